import { coalesce } from "@/lib/server/coalesce";
import { retried } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { wakeClock } from "./wake-clock";

/** So many at the head of the queue hear at once that they moved up; the others within their next look. */
const headOfQueue = 10;
/** More than there are places: some of those woken may have passed, or must not meet. */
const reserve = 5;

type Wish = { brandId: string; now: Date };

/**
 * Somebody of the brand came, opened or has a place again, or a question left the queue: the head of those that wait in
 * vain, and the first that fit a free place, are looked at anew by the clock, at once; among these also what rings already
 * and is wanted wider. What it wakes too much finds nothing to do; calls that come while one runs share the next run. The
 * fitting is the twin in SQL of `misfit` and `freePlaces` in lib/domain/routing/candidate.
 */
export const drainQueue: (wish: Wish) => Promise<void> = coalesce(
  drain,
  ({ brandId }) => brandId,
  (one, other) => ({ ...one, now: new Date(Math.max(one.now.getTime(), other.now.getTime())) }),
);

async function drain({ brandId, now }: Wish): Promise<void> {
  // A router at work may have looked at people before what has just become free: what it decides is awaited.
  await db().$executeRaw`
    WITH quick AS (SELECT set_config('synchronous_commit', 'off', true))
    SELECT 1 FROM brands b, quick WHERE b.id = ${brandId} FOR SHARE OF b`;
  const woken = await retried(
    () => db().$executeRaw`
    WITH free AS (
      SELECT m.id, m.role, m.languages,
        CASE WHEN m.chats_held = 0 THEN least(m.capacity, 1) ELSE m.capacity END - m.load AS places
      FROM members m
      WHERE m.brand_id = ${brandId} AND m.is_open AND m.status IN ('active', 'trial') AND m.away_since IS NULL
        AND EXISTS (SELECT 1 FROM leases l WHERE l.member_id = m.id AND l.expires_at > ${now})),
    waiting AS (
      SELECT id, state, language, audience, topic_id, round, asked_at FROM questions
      WHERE brand_id = ${brandId} AND (state = 'calling' OR (state = 'offering' AND wave > 1)) AND (wake_at IS NULL OR wake_at > ${now})),
    head AS (SELECT id FROM waiting WHERE state = 'calling' ORDER BY (round > 1) DESC, asked_at, id LIMIT ${headOfQueue}),
    fitting AS (
      SELECT q.id FROM waiting q
      WHERE EXISTS (
        SELECT 1 FROM free f
        WHERE f.places > 0 AND q.language = ANY(f.languages)
          -- Staff may take in the end what is meant for owners: see audienceAt in lib/domain/routing/next-step.
          AND (q.audience <> 'staff' OR f.role <> 'expert')
          AND (f.role <> 'expert' OR q.topic_id IS NULL OR EXISTS (
            SELECT 1 FROM member_topics t WHERE t.member_id = f.id AND t.topic_id = q.topic_id))
          AND NOT EXISTS (
            SELECT 1 FROM offers o
            WHERE o.question_id = q.id AND o.round = q.round AND o.member_id = f.id
              AND o.state IN ('made', 'delivered', 'declined')))
      ORDER BY (q.round > 1) DESC, q.asked_at, q.id
      LIMIT (SELECT coalesce(sum(greatest(places, 0)), 0) + ${reserve} FROM free)),
    -- In the order in which routers lock them, or two would wait for each other.
    woken AS (
      SELECT id FROM questions
      WHERE id IN (SELECT id FROM head UNION SELECT id FROM fitting) AND state IN ('offering', 'calling')
      ORDER BY (round > 1) DESC, asked_at, id FOR NO KEY UPDATE)
    UPDATE questions q SET wake_at = ${now} FROM woken WHERE q.id = woken.id`,
  );
  if (woken > 0) await wakeClock(now);
}
