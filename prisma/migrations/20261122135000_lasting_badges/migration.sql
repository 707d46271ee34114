-- The family that thanks which held are the facts of.
INSERT INTO "badges" ("brand_id", "key", "series", "family", "level", "rule", "names", "icon")
  SELECT b."id", 'lasting-' || l."level", 'lasting', 'lasting', l."level",
    jsonb_build_object('fact', 'thanks.lasting', 'count', l."count"),
    '{"en": "For good", "fr": "Pour de bon"}'::jsonb, 'tree'
  FROM "brands" b
  CROSS JOIN unnest(ARRAY[3, 10, 30]) WITH ORDINALITY AS l("count", "level")
  ON CONFLICT DO NOTHING;

-- Who has them by what was said until now gets them once the jobs run; an empty database has no queue yet, and nobody.
DO $$
BEGIN
  IF to_regnamespace('graphile_worker') IS NOT NULL THEN
    PERFORM graphile_worker.add_job('recompute-badges', payload => json_build_object('brandId', "id"),
      job_key => 'recompute-badges:' || "id")
    FROM "brands";
  END IF;
END $$;
