import { isShortTalk, reviewRules, type Signs } from "@/lib/domain/review/suspect";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { type Origin, traceDays, traceOf } from "./trace";

const daySeconds = 24 * 3600;

type Thanked = {
  tx: Tx;
  brandId: string;
  memberId: string;
  visitorId: string;
  /** Addresses by which the visitor is known. */
  addresses: readonly string[];
  origin: Origin | null;
  now: Date;
};

/** Members of the brand who came from the same network lately. */
async function neighbours({ tx, brandId, origin, now }: Thanked) {
  const trace = origin && traceOf(brandId, origin);
  if (!trace) return { trace: null, members: [] };
  const rows = await tx.$queryRaw<{ memberId: string; isSameBrowser: boolean }[]>`
    SELECT t.holder_id AS "memberId", bool_or(t.browser = ${trace.browser}) AS "isSameBrowser"
    FROM network_traces t JOIN members m ON m.id = t.holder_id
    WHERE t.brand_id = ${brandId} AND t.network = ${trace.network}
      AND t.seen_at > ${later(now, -traceDays * daySeconds)}
    GROUP BY 1 ORDER BY 1`;
  return { trace, members: rows };
}

/** Which member of the brand a visitor is known to be: by his address, else by his browser. Null for nearly everybody. */
export async function knownMember(thanked: Thanked): Promise<string | null> {
  const { tx, brandId, addresses } = thanked;
  if (addresses.length > 0) {
    const [member] = await tx.$queryRaw<{ id: string }[]>`
      SELECT m.id FROM members m JOIN users u ON u.id = m.user_id
      WHERE m.brand_id = ${brandId} AND lower(u.email) = ANY(${addresses.map((each) => each.toLowerCase())})
      ORDER BY m.id LIMIT 1`;
    if (member) return member.id;
  }
  const { members } = await neighbours(thanked);
  return members.find(({ isSameBrowser }) => isSameBrowser)?.memberId ?? null;
}

/**
 * What is known of a thanks that is about to be written. `fromMemberId` is what `knownMember` said; `talkSeconds` how
 * long the talk was, null where that is not known.
 */
export async function findSigns({
  isOwnAddress,
  fromMemberId,
  talkSeconds,
  ...thanked
}: Thanked & {
  isOwnAddress: boolean;
  fromMemberId: string | null;
  talkSeconds: number | null;
}): Promise<Signs> {
  const { tx, memberId, visitorId, now } = thanked;
  const since = (days: number) => later(now, -days * daySeconds);
  const { trace, members } = await neighbours(thanked);
  const own = members.find((member) => member.memberId === memberId);
  const swaps =
    fromMemberId === null || fromMemberId === memberId
      ? 0
      : await tx.thanks.count({
          where: {
            memberId: fromMemberId,
            fromMemberId: memberId,
            thankedAt: { gt: since(reviewRules.swapDays) },
          },
        });
  const [others] = trace
    ? await tx.$queryRaw<{ people: number }[]>`
        SELECT count(DISTINCT t.visitor_id)::int AS people FROM thanks t
        JOIN network_traces n ON n.brand_id = t.brand_id AND n.holder_id = t.visitor_id
        WHERE t.member_id = ${memberId} AND t.visitor_id <> ${visitorId} AND n.network = ${trace.network}
          AND t.thanked_at > ${since(reviewRules.networkDays)}`
    : [];
  const shortBefore = isShortTalk(talkSeconds) ? await countShortTalks(thanked) : null;
  const before = await tx.thanks.count({
    where: { memberId, visitorId, thankedAt: { gt: since(reviewRules.visitorDays) } },
  });
  return {
    isOwnAddress,
    isOwnBrowser: own?.isSameBrowser ?? false,
    isOwnNetwork: own !== undefined,
    isSwap: swaps > 0,
    peopleOfNetwork: (others?.people ?? 0) + 1,
    shortTalks: shortBefore === null ? 0 : shortBefore + 1,
    times: before + 1,
  };
}

async function countShortTalks({ tx, memberId, now }: Thanked): Promise<number> {
  const [row] = await tx.$queryRaw<{ talks: number }[]>`
    SELECT count(*)::int AS talks FROM thanks t
    JOIN ratings r ON r.id = t.rating_id JOIN segments s ON s.id = r.segment_id
    WHERE t.member_id = ${memberId} AND t.thanked_at > ${later(now, -reviewRules.burstMinutes * 60)}
      AND s.ended_at IS NOT NULL AND s.ended_at - s.started_at < make_interval(secs => ${reviewRules.shortTalkSeconds})`;
  return row?.talks ?? 0;
}
