import { z } from "zod";
import { isOpenAt } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
import { helperKind, roles } from "@/lib/domain/member/role";
import type { Candidate, Person } from "@/lib/domain/routing/candidate";
import type { Tx } from "@/lib/server/commit";
import { Prisma } from "@/prisma/generated/client";

const Row = z.object({
  memberId: z.string(),
  role: z.enum(roles),
  displayName: z.string(),
  openUntil: z.date().nullable(),
  awaySince: z.date().nullable(),
  lapses: z.number(),
  leaseUntil: z.date().nullable(),
  languages: z.array(z.string()),
  topics: z.array(z.tuple([z.string(), z.number(), z.number()])),
  capacity: z.number(),
  load: z.number(),
  chatsHeld: z.number(),
  idleSince: z.date(),
  /** The brand's, on the first row alone: they may be long. */
  hours: z.unknown(),
  timeZone: z.string(),
});

/** A person of the brand with what is counted of him on each of his topics. */
export type FoundPerson = Person & {
  displayName: string;
  known: ReadonlyMap<string, { thanks: number; misses: number }>;
};

/** The members of the brand who say that they are open, or those of `ids` among them, whatever the question. One query. */
export async function findPeople({
  tx,
  brandId,
  ids,
  now,
}: {
  tx: Tx;
  brandId: string;
  ids?: ReadonlySet<string>;
  now: Date;
}): Promise<FoundPerson[]> {
  const amongThem = ids ? Prisma.sql`AND m.id = ANY(${[...ids]})` : Prisma.empty;
  const found = await tx.$queryRaw`
    WITH m AS MATERIALIZED (
      SELECT * FROM members m
      WHERE m.brand_id = ${brandId} AND m.is_open AND m.status IN ('active', 'trial') ${amongThem}),
    -- Joined as sets: looked up for each member, they cost four times as much.
    alive AS (
      SELECT l.member_id, max(l.expires_at) AS until FROM leases l JOIN m ON m.id = l.member_id GROUP BY l.member_id),
    known AS (
      SELECT t.member_id, json_agg(json_build_array(t.topic_id, t.thanks, t.misses)) AS topics
      FROM member_topics t JOIN m ON m.id = t.member_id GROUP BY t.member_id)
    SELECT m.id AS "memberId", m.role, m.display_name AS "displayName", m.open_until AS "openUntil",
      m.away_since AS "awaySince", m.lapses, m.languages, m.capacity, m.load, m.chats_held AS "chatsHeld",
      m.idle_since AS "idleSince", alive.until AS "leaseUntil", coalesce(known.topics, '[]') AS topics,
      CASE WHEN row_number() OVER () = 1 THEN b.hours END AS hours, b.time_zone AS "timeZone"
    FROM m JOIN brands b ON b.id = m.brand_id AND b.deleted_at IS NULL
      LEFT JOIN alive ON alive.member_id = m.id LEFT JOIN known ON known.member_id = m.id`;
  const rows = z.array(Row).parse(found);
  const hours = brandHours(rows.find((row) => row.hours !== null)?.hours);
  const { timeZone = "UTC" } = rows[0] ?? {};
  const isInHours = {
    owner: isOpenAt(hours, "owner", now, timeZone),
    staff: isOpenAt(hours, "staff", now, timeZone),
  };
  return rows.map((row) => {
    const kind = helperKind(row.role);
    // Field by field, as in `candidateFor`.
    return {
      memberId: row.memberId,
      kind,
      displayName: row.displayName,
      isActive: true,
      isOpen: true,
      openUntil: row.openUntil,
      awaySince: row.awaySince,
      lapses: row.lapses,
      leaseUntil: row.leaseUntil,
      isInHours: isInHours[kind],
      languages: row.languages,
      topicIds: row.topics.map(([id]) => id),
      known: new Map(row.topics.map(([id, thanks, misses]) => [id, { thanks, misses }])),
      capacity: row.capacity,
      load: row.load,
      hasHelped: row.chatsHeld > 0,
      idleSince: row.idleSince,
    };
  });
}

/** What lies between one question (its visitor, its product, its chat) and one member. */
export type Tie = {
  wasThanked: boolean;
  isNamed: boolean;
  isBlocked: boolean;
  handedOver: boolean;
  ownsSince: Date | null;
};
export type Ties = ReadonlyMap<string, ReadonlyMap<string, Tie>>;

export const noTie: Tie = {
  wasThanked: false,
  isNamed: false,
  isBlocked: false,
  handedOver: false,
  ownsSince: null,
};

const TieRow = z.object({
  questionId: z.string(),
  memberId: z.string(),
  wasThanked: z.boolean(),
  isNamed: z.boolean(),
  isBlocked: z.boolean(),
  handedOver: z.boolean(),
  ownsSince: z.date().nullable(),
});

/**
 * The ties of these questions, by question and member; most pairs have none. Of those who own a question's product, where
 * `owners` are given, these alone. One query.
 */
export async function findTies({
  tx,
  questionIds,
  owners,
}: {
  tx: Tx;
  questionIds: readonly string[];
  owners?: ReadonlySet<string>;
}): Promise<Ties> {
  const amongThem = owners ? Prisma.sql`AND o.member_id = ANY(${[...owners]})` : Prisma.empty;
  const rows = await tx.$queryRaw`
    WITH q AS (SELECT id, brand_id, visitor_id, product, preferred_member_id
      FROM questions WHERE id = ANY(${questionIds})),
      tie AS (
        SELECT q.id, t.member_id, 'thanked' AS what, NULL::date AS since
        FROM q JOIN thanks t ON t.visitor_id = q.visitor_id
        UNION ALL
        SELECT q.id, q.preferred_member_id, 'named', NULL FROM q
        UNION ALL
        SELECT q.id, f.member_id, 'blocked', NULL
        FROM q JOIN flags f ON f.reporter_id = q.visitor_id WHERE f.outcome IS DISTINCT FROM 'dismissed'
        UNION ALL
        SELECT q.id, f.reporter_id, 'blocked', NULL
        FROM q JOIN flags f ON f.visitor_id = q.visitor_id WHERE f.outcome IS DISTINCT FROM 'dismissed'
        UNION ALL
        SELECT q.id, s.member_id, 'handed-over', NULL
        FROM q JOIN chats c ON c.question_id = q.id JOIN segments s ON s.chat_id = c.id
        WHERE s.state = 'handed_over'
        UNION ALL
        SELECT q.id, o.member_id, 'owns', o.since
        FROM q JOIN ownerships o ON o.product = q.product
          JOIN members m ON m.id = o.member_id AND m.brand_id = q.brand_id AND m.is_open ${amongThem})
    SELECT id AS "questionId", member_id AS "memberId", bool_or(what = 'thanked') AS "wasThanked",
      bool_or(what = 'named') AS "isNamed",
      bool_or(what = 'blocked') AS "isBlocked", bool_or(what = 'handed-over') AS "handedOver",
      min(since) AS "ownsSince"
    FROM tie WHERE member_id IS NOT NULL GROUP BY id, member_id`;
  const ties = new Map<string, Map<string, Tie>>();
  for (const { questionId, memberId, ...tie } of z.array(TieRow).parse(rows)) {
    const own = ties.get(questionId) ?? new Map<string, Tie>();
    ties.set(questionId, own.set(memberId, tie));
  }
  return ties;
}

/** A person before one question. Without a topic, everything that is counted of him counts. */
export function candidateFor(person: FoundPerson, topicId: string | null, tie: Tie): FoundPerson & Candidate {
  const counted = topicId === null ? [...person.known.values()] : [person.known.get(topicId)];
  let thanks = 0;
  let misses = 0;
  for (const each of counted) {
    thanks += each?.thanks ?? 0;
    misses += each?.misses ?? 0;
  }
  // Field by field: spread out of two objects it becomes a table that V8 looks up by name: deciding a queue
  // took fourteen times as long.
  return {
    memberId: person.memberId,
    kind: person.kind,
    displayName: person.displayName,
    isActive: person.isActive,
    isOpen: person.isOpen,
    openUntil: person.openUntil,
    awaySince: person.awaySince,
    lapses: person.lapses,
    leaseUntil: person.leaseUntil,
    isInHours: person.isInHours,
    languages: person.languages,
    topicIds: person.topicIds,
    known: person.known,
    capacity: person.capacity,
    load: person.load,
    hasHelped: person.hasHelped,
    idleSince: person.idleSince,
    thanks,
    misses,
    wasThanked: tie.wasThanked,
    isNamed: tie.isNamed,
    isBlocked: tie.isBlocked,
    handedOver: tie.handedOver,
    ownsProduct: tie.ownsSince !== null,
  };
}

/**
 * `candidateFor` over a whole queue. Most questions have no tie to most people, so the same candidate serves all of them
 * that are about the same topic, for as long as nothing of the person changes.
 */
export function candidatesFor(ties: Ties) {
  const strangers = new WeakMap<FoundPerson, Map<string | null, FoundPerson & Candidate>>();
  return (
    person: FoundPerson,
    { id, row: { topicId } }: { id: string; row: { topicId: string | null } },
  ): FoundPerson & Candidate => {
    const tie = ties.get(id)?.get(person.memberId);
    if (tie) return candidateFor(person, topicId, tie);
    const known = strangers.get(person) ?? new Map<string | null, FoundPerson & Candidate>();
    strangers.set(person, known);
    const candidate = known.get(topicId) ?? candidateFor(person, topicId, noTie);
    known.set(topicId, candidate);
    return candidate;
  };
}
