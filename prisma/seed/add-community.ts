import type { Week } from "@/lib/domain/hours/hours";
import { earnBadges } from "@/lib/server/badge/earn-badges";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { applyTime } from "@/lib/server/habit/apply-time";
import { openReview } from "@/lib/server/review/open-review";
import { setCounting } from "@/lib/server/review/set-counting";
import { keepTrace } from "@/lib/server/review/trace";
import { addCandidates } from "./add-candidates";
import { addNewcomers } from "./add-newcomers";
import { addRoom } from "./add-room";
import type { Cast } from "./cast";

/** Writes what makes the demo brand a community: who is on the way, what its people say to each other, what waits. */
export async function addCommunity({ tx, ...cast }: Cast & { tx: Tx }): Promise<void> {
  const { campaignId } = await addCandidates({ tx, ...cast });
  const newcomers = await addNewcomers({ tx, ...cast, campaignId });
  const members = { ...cast.members, ...newcomers };
  await addRoom({ tx, ...cast, members });
  await addClaims({ tx, ...cast, members });
  await addHabits({ tx, ...cast });
  await addReview({ tx, ...cast });
  await tx.$executeRaw`
    UPDATE members m SET last_seen_at = (
      SELECT max(at) FROM (
        SELECT at FROM presence_events WHERE member_id = m.id
        UNION ALL SELECT sent_at FROM room_messages WHERE member_id = m.id
        UNION ALL SELECT at FROM training_marks WHERE member_id = m.id) seen)
    WHERE m.brand_id = ${cast.brand.id}`;
}

/** What members say that they own, and nobody has looked at. */
async function addClaims({ tx, brand, members, now }: Cast<"samir" | "mats"> & { tx: Tx }): Promise<void> {
  const claims = [
    { by: "mats", product: "Volt 3 City", months: 11, daysAgo: 6, orderNumber: "VV-30718" },
    { by: "samir", product: "Volt 5 Long", months: 4, daysAgo: 2, orderNumber: null },
  ] as const;
  await tx.ownershipClaim.createMany({
    data: claims.map(({ by, product, months, daysAgo, orderNumber }) => ({
      brandId: brand.id,
      memberId: members[by].id,
      product,
      since: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)),
      orderNumber,
      statedAt: later(now, -daysAgo * 86_400),
    })),
  });
}

const lunch = { from: "12:00", to: "13:30" };
const evening = { from: "18:30", to: "20:30" };
/** Monday first. */
const habits: Record<"ingrid" | "samir", Week> = {
  ingrid: [[], [lunch], [], [lunch], [], [], []],
  samir: [[], [], [evening], [], [], [{ from: "10:00", to: "12:00" }], []],
};

/** When two experts usually help. */
async function addHabits({ tx, members, now }: Cast & { tx: Tx }): Promise<void> {
  for (const name of ["ingrid", "samir"] as const) {
    const { id } = members[name];
    await tx.member.update({ where: { id }, data: { habits: habits[name] } });
    await applyTime({ tx, emit: () => undefined, memberId: id, now });
  }
}

/** Three people who thanked Ingrid came from one network, an office perhaps: the third thanks waits for a manager. */
async function addReview({ tx, brand: { id: brandId }, members }: Cast & { tx: Tx }): Promise<void> {
  const { id: memberId } = members.ingrid;
  const thanks = await tx.thanks.findMany({
    where: { memberId, visitor: { firstName: { in: ["João", "Nils", "Clara"] } } },
    orderBy: { thankedAt: "asc" },
    select: { id: true, visitorId: true, thankedAt: true },
  });
  // An address of RFC 5737, which nobody has.
  const origin = { ip: "198.51.100.7", userAgent: "Demo" };
  for (const { visitorId, thankedAt } of thanks)
    await keepTrace({ tx, brandId, holderId: visitorId, origin, now: thankedAt });
  const last = thanks.at(-1);
  if (!last) throw new Error("nobody has thanked the demo's Ingrid");
  const { id: thanksId, visitorId, thankedAt } = last;
  const kind = "network" as const;
  const reviewId = await openReview({
    tx,
    brandId,
    memberId,
    otherId: null,
    kind,
    thanksId,
    visitorId,
    now: thankedAt,
  });
  await setCounting({ tx, thanksIds: [thanksId], counts: false, sourceId: reviewId, now: thankedAt });
  await earnBadges({ tx, brandId, memberId });
}
