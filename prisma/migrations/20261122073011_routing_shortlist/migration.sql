-- The twin in SQL of `skillOf` in lib/domain/routing/skill, in the same steps, so that both come to the very same number:
-- good = 5 * 0.8 + thanks, bad = 5 * (1 - 0.8) + misses, all = good + bad. One expression, so that it costs no call.
CREATE FUNCTION skill_of(thanks int, misses int) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT greatest(0::float8,
    -- good / all
    (5::float8 * 0.8::float8 + thanks::float8)
      / ((5::float8 * 0.8::float8 + thanks::float8) + (5::float8 * (1::float8 - 0.8::float8) + misses::float8))
    -- √(good * bad / (all * all * (all + 1)))
    - sqrt(((5::float8 * 0.8::float8 + thanks::float8) * (5::float8 * (1::float8 - 0.8::float8) + misses::float8))
      / (((5::float8 * 0.8::float8 + thanks::float8) + (5::float8 * (1::float8 - 0.8::float8) + misses::float8))
        * ((5::float8 * 0.8::float8 + thanks::float8) + (5::float8 * (1::float8 - 0.8::float8) + misses::float8))
        * (((5::float8 * 0.8::float8 + thanks::float8) + (5::float8 * (1::float8 - 0.8::float8) + misses::float8)) + 1::float8))))
$$;

-- Routing walks these two instead of reading everybody: by skill on a topic, and, of those who are open, by idle time.
CREATE INDEX member_topics_by_skill ON member_topics (topic_id, skill_of(thanks, misses) DESC);
CREATE INDEX members_by_idle_time ON members (brand_id, (role = 'expert'), idle_since, id)
  WHERE is_open AND status IN ('active', 'trial') AND away_since IS NULL;
