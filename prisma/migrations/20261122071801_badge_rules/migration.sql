-- Rules speak of facts.
UPDATE "badges" SET "rule" = CASE "rule"->>'fact'
  WHEN 'thanks' THEN jsonb_build_object('fact', 'thanks.received', 'count', "rule"->'count')
  WHEN 'topic' THEN jsonb_build_object('fact', 'thanks.received', 'topic', "rule"->'topic', 'count', "rule"->'count')
  WHEN 'rescue' THEN jsonb_build_object('fact', 'question.rescued', 'count', "rule"->'count')
  WHEN 'languages' THEN jsonb_build_object('fact', 'thanks.received', 'distinct', 'language', 'count', "rule"->'count')
  ELSE "rule" END;

-- So does evidence: each thanks has its fact since facts are kept.
UPDATE "awards" a SET "evidence" = jsonb_build_object(
  'factIds', coalesce((
    SELECT jsonb_agg(f."id" ORDER BY f."at", f."id") FROM "facts" f
    WHERE f."member_id" = a."member_id" AND f."kind" = b."rule"->>'fact'
      AND f."source_id" IN (SELECT jsonb_array_elements_text(a."evidence"->'thanksIds'))), '[]'::jsonb),
  'count', a."evidence"->'count')
FROM "badges" b WHERE b."id" = a."badge_id" AND a."evidence" ? 'thanksIds';

-- The families that there were no facts for.
INSERT INTO "badges" ("brand_id", "key", "series", "family", "level", "rule", "names", "icon")
  SELECT b."id", s."series" || '-' || l."level", s."series", s."series", l."level",
    s."rule" || jsonb_build_object('count', l."count"), s."names", s."icon"
  FROM "brands" b
  CROSS JOIN (VALUES
    ('safety', '{"fact": "safety.upheld"}'::jsonb, '{"en": "Safe hands", "fr": "En bonnes mains"}'::jsonb,
      'shield', ARRAY[1, 5, 15]),
    ('season', '{"fact": "thanks.received", "distinct": "season"}', '{"en": "All weathers", "fr": "Par tous les temps"}',
      'leaf', ARRAY[4, 8, 16]),
    ('coach', '{"fact": "newcomer.coached"}', '{"en": "Coach", "fr": "Coach"}', 'cap', ARRAY[1, 3, 8])
  ) AS s("series", "rule", "names", "icon", "counts")
  CROSS JOIN LATERAL unnest(s."counts") WITH ORDINALITY AS l("count", "level")
  ON CONFLICT DO NOTHING;
