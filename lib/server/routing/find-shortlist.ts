import { z } from "zod";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { HelperKind } from "@/lib/domain/member/role";
import { secondsForFullIdle } from "@/lib/domain/routing/rank";
import { type Cut, type Cuts, kindsFor, shortlistSize } from "@/lib/domain/routing/shortlist";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";
import type { Queued } from "./find-queue";

/** One list to be found: the best of a kind for a need, or the newcomers who were idle for longest. */
type Wanted = {
  no: number;
  what: HelperKind | "newcomers";
  language: string;
  topic: string | null;
  product: string | null;
  most: number;
};

/** So many of the longest idle, and of the most skilled on a topic, are looked at before everybody is. */
const reach = { idle: 512, skill: 256 } as const;

const Rows = z.array(z.object({ no: z.number(), ids: z.array(z.string()), isCut: z.boolean() }));

export type Shortlist = { ids: Set<string>; cuts: Cuts };

/**
 * Of the members who are there, those whom a queue's decisions depend on unless it goes badly: the twin in SQL of
 * `shortlist` in lib/domain/routing, where it is said when these are enough. `nearest` walks two indexes, by idle time and
 * by skill, and returns the few who are surely before whoever was not met; `all` scores everybody who is free and fits.
 */
export async function findShortlist({
  tx,
  brandId,
  queue,
  isOpen,
  settings,
  how,
  now,
}: {
  tx: Tx;
  brandId: string;
  queue: readonly Queued[];
  /** Whether the brand's hours let a kind be asked now. */
  isOpen: Readonly<Record<HelperKind, boolean>>;
  settings: BrandSettings;
  how: "nearest" | "all";
  now: Date;
}): Promise<Shortlist> {
  const lists = new Map<string, Wanted>();
  const size = shortlistSize(queue);
  const listOf = (queued: Queued, what: Wanted["what"]) => {
    const { language, topicId: topic } = queued.question;
    const product = queued.isDue && what !== "newcomers" ? queued.row.product : null;
    const key = JSON.stringify([what, language, topic, product]);
    const most = what === "newcomers" ? size.newcomers : size.best;
    const list = lists.get(key) ?? { no: lists.size, what, language, topic, product, most };
    lists.set(key, list);
    return list.no;
  };
  const wanted = queue.map((queued) => {
    const { audience, chance } = queued.question;
    const kinds = kindsFor(audience).filter((kind) => isOpen[kind]);
    const explores = queued.isDue && kinds.includes("owner") && chance < settings.exploreShare;
    return {
      queued,
      owner: kinds.includes("owner") ? listOf(queued, "owner") : null,
      staff: kinds.includes("staff") ? listOf(queued, "staff") : null,
      newcomers: explores ? listOf(queued, "newcomers") : null,
    };
  });
  const find = how === "nearest" ? nearest : best;
  const found = new Map(
    Rows.parse(lists.size > 0 ? await find(tx, brandId, [...lists.values()], settings, now) : []).map(
      ({ no, ...list }) => [no, list],
    ),
  );
  const ids = new Set([...found.values()].flatMap((list) => list.ids));
  const cutOf = (no: number | null) => {
    const list = no === null ? undefined : found.get(no);
    return list?.isCut ? list.ids.length : null;
  };
  const cuts = new Map<string, Cut>();
  for (const { queued, owner, staff, newcomers } of wanted) {
    cuts.set(queued.id, { owner: cutOf(owner), staff: cutOf(staff), newcomers: cutOf(newcomers) });
    if (queued.isDue) for (const { memberId } of queued.offers) ids.add(memberId);
  }
  return { ids, cuts };
}

/** A member `m` of the brand who says that he is open: what the index by idle time holds. */
function saysOpen(brandId: string): Prisma.Sql {
  return Prisma.sql`m.brand_id = ${brandId} AND m.is_open AND m.status IN ('active', 'trial') AND m.away_since IS NULL`;
}

/** The twins in SQL of `isThere` and `freePlaces` in lib/domain/routing/candidate; the hours are looked at before. */
function isFree(now: Date): Prisma.Sql {
  return Prisma.sql`(m.open_until IS NULL OR m.open_until > ${now})
    AND m.load < CASE WHEN m.chats_held = 0 THEN least(m.capacity, 1) ELSE m.capacity END
    AND EXISTS (SELECT 1 FROM leases l WHERE l.member_id = m.id AND l.expires_at > ${now})`;
}

/** Of one list `w`: whether a member `m`, with what is counted of him, fits it, as `misfit` and `isNew` say. */
function fits(settings: BrandSettings): Prisma.Sql {
  return Prisma.sql`(m.role = 'expert') = (w.what <> 'staff') AND w.language = ANY(m.languages)
    AND (w.what = 'staff' OR w.topic IS NULL OR c.knows)
    AND (w.what <> 'newcomers' OR c.thanks + c.misses < ${settings.newUntilRatings})`;
}

/** What `scoreOf` in lib/domain/routing/rank counts from, of a member `m` for a list `w`. */
const counted = Prisma.sql`
  SELECT count(*) AS topics, bool_or(t.topic_id = w.topic) AS knows,
    coalesce(sum(t.thanks) FILTER (WHERE w.topic IS NULL OR t.topic_id = w.topic), 0)::int AS thanks,
    coalesce(sum(t.misses) FILTER (WHERE w.topic IS NULL OR t.topic_id = w.topic), 0)::int AS misses
  FROM member_topics t WHERE t.member_id = m.id`;

/** The same sum in the same order as `scoreOf`, so that both come to the very same number. */
function score(
  terms: Record<"skill" | "owns" | "narrowness" | "idle", Prisma.Sql>,
  settings: BrandSettings,
): Prisma.Sql {
  const { skillWeight, ownershipWeight, narrownessWeight, idleWeight } = settings;
  const whole = skillWeight + ownershipWeight + narrownessWeight + idleWeight || 1;
  return Prisma.sql`((${skillWeight}::float8 * ${terms.skill} + ${ownershipWeight}::float8 * ${terms.owns}
    + ${narrownessWeight}::float8 * ${terms.narrowness} + ${idleWeight}::float8 * ${terms.idle}) / ${whole}::float8)`;
}

/** What is needed of a member `m` to look at him; the same columns in the same order wherever lists are put together. */
const needed = Prisma.sql`m.id, m.role, m.languages, m.capacity, m.load, m.chats_held, m.open_until, m.idle_since`;

function termsAt(now: Date) {
  return {
    skill: Prisma.sql`skill_of(c.thanks, c.misses)`,
    owns: Prisma.sql`(w.product IS NOT NULL
      AND EXISTS (SELECT 1 FROM ownerships o WHERE o.member_id = m.id AND o.product = w.product))::int`,
    narrowness: Prisma.sql`(CASE WHEN m.role = 'expert' THEN 1 / greatest(1, c.topics)::float8 ELSE 0 END)`,
    idle: idle(idleFrom(now), now),
  };
}

/** The twin in SQL of what `rank` takes for the begin of a member's idle time. */
function idleFrom(now: Date): Prisma.Sql {
  return Prisma.sql`(CASE WHEN m.load > 0 THEN ${now}::timestamptz ELSE m.idle_since END)`;
}

function idle(since: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`least(1, greatest(0, (extract(epoch FROM ${now}::timestamptz - ${since}) * 1000)::float8 / 1000)
    / ${secondsForFullIdle}::float8)`;
}

const asRecords = (lists: readonly Wanted[]) =>
  Prisma.sql`json_to_recordset(${JSON.stringify(lists)}::json)
    AS w(no int, what text, language text, topic text, product text, most int)`;

/** Everybody who is free and fits, in the order of `rank`, or of `byIdleTime` for newcomers; as many as wanted. */
function best(tx: Tx, brandId: string, lists: readonly Wanted[], settings: BrandSettings, now: Date) {
  return tx.$queryRaw`
    WITH free AS MATERIALIZED (SELECT ${needed} FROM members m WHERE ${saysOpen(brandId)} AND ${isFree(now)})
    SELECT w.no, coalesce(array_agg(b.id) FILTER (WHERE b.n <= w.most), '{}') AS ids,
      coalesce(bool_or(b.n > w.most), false) AS "isCut"
    FROM ${asRecords(lists)} LEFT JOIN LATERAL (
      SELECT s.id, row_number() OVER (ORDER BY s.score DESC, s."idleFrom", s.id COLLATE "C") AS n
      FROM (
        SELECT m.id, ${idleFrom(now)} AS "idleFrom", CASE WHEN w.what = 'newcomers' THEN 0 ELSE ${score(termsAt(now), settings)} END AS score
        FROM free m CROSS JOIN LATERAL (${counted}) c WHERE ${fits(settings)}) s
      ORDER BY s.score DESC, s."idleFrom", s.id COLLATE "C" LIMIT w.most + 1) b ON true
    GROUP BY w.no`;
}

/**
 * Those of the longest idle and of the most skilled on the topic who are surely before whoever was not met: nobody
 * unmet is more skilled than the last of the one walk, nor idle for longer than the last of the other.
 */
function nearest(tx: Tx, brandId: string, lists: readonly Wanted[], settings: BrandSettings, now: Date) {
  const bound = score(
    {
      skill: Prisma.sql`coalesce((SELECT min(skill) FROM skilled), 1)`,
      owns: Prisma.sql`(w.product IS NOT NULL)::int`,
      narrowness: Prisma.sql`(w.what <> 'staff')::int`,
      idle: idle(Prisma.sql`(SELECT max(idle_since) FROM idlest)`, now),
    },
    settings,
  );
  return tx.$queryRaw`
    SELECT w.no, coalesce(b.ids, '{}') AS ids, coalesce(b."isCut", false) AS "isCut"
    FROM ${asRecords(lists)} CROSS JOIN LATERAL (
      WITH idlest AS MATERIALIZED (
        SELECT ${needed} FROM members m WHERE ${saysOpen(brandId)} AND (m.role = 'expert') = (w.what <> 'staff')
        ORDER BY m.idle_since, m.id LIMIT ${reach.idle}),
      skilled AS MATERIALIZED (
        SELECT t.member_id AS id, skill_of(t.thanks, t.misses) AS skill FROM member_topics t
        WHERE t.topic_id = w.topic AND w.what = 'owner'
        ORDER BY skill_of(t.thanks, t.misses) DESC LIMIT ${reach.skill}),
      walk AS MATERIALIZED (
        SELECT (SELECT count(*) FROM idlest) < ${reach.idle}
          OR (w.what = 'owner' AND w.topic IS NOT NULL AND (SELECT count(*) FROM skilled) < ${reach.skill}) AS "isWhole",
          ${bound} AS bound),
      met AS (
        SELECT m.*, m.load = 0 AS "isIdle" FROM idlest m
        UNION ALL
        SELECT ${needed}, false FROM skilled JOIN members m ON m.id = skilled.id
        WHERE ${saysOpen(brandId)} AND NOT EXISTS (SELECT 1 FROM idlest i WHERE i.id = m.id)),
      scored AS (
        SELECT m.id, ${idleFrom(now)} AS "idleFrom", m."isIdle",
          CASE WHEN w.what = 'newcomers' THEN 0 ELSE ${score(termsAt(now), settings)} END AS score
        FROM met m CROSS JOIN LATERAL (${counted}) c WHERE ${isFree(now)} AND ${fits(settings)}),
      sure AS (
        SELECT s.id, row_number() OVER (ORDER BY s.score DESC, s."idleFrom", s.id COLLATE "C") AS n
        FROM scored s, walk
        WHERE walk."isWhole" OR s.score > walk.bound OR (s."isIdle" AND (w.what = 'newcomers' OR s.score = walk.bound)))
      SELECT array_agg(id) FILTER (WHERE n <= w.most) AS ids,
        NOT (SELECT "isWhole" FROM walk) OR coalesce(max(n), 0) > w.most AS "isCut"
      FROM sure) b`;
}
