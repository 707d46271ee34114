import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { passLiveOffers } from "@/lib/server/offer/pass-live-offers";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { notifyMember } from "@/lib/server/push/notify-member";
import { applyTime, type TimeChange } from "./apply-time";

const atOnce = 100;

/**
 * Follows what time alone changes of members: rests that end, vacations that begin and end, usual hours that come. Several
 * processes may do so at once. A failure is logged and holds nobody else up; the member is still due at the next look.
 */
export async function followMembers({ now }: { now: Date }): Promise<void> {
  const due = await db().member.findMany({
    where: { followAt: { lte: now } },
    orderBy: [{ followAt: "asc" }, { id: "asc" }],
    take: atOnce,
    select: { id: true },
  });
  for (const { id } of due)
    await followMember(id, now).catch((error: unknown) => {
      log.error({ what: "a member's own time", error }, "a due item failed");
    });
}

async function followMember(memberId: string, now: Date): Promise<void> {
  const change = await commit(async (tx, emit) => {
    // Another clock has it, or had it already.
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM members WHERE id = ${memberId} AND follow_at <= ${now} FOR NO KEY UPDATE SKIP LOCKED`;
    if (!row) return null;
    const change = await applyTime({ tx, emit, memberId, now });
    if (change.suggestUntil)
      await notifyMember({ tx, memberId, note: { kind: "habit", until: change.suggestUntil.toISOString() } });
    return change;
  });
  if (change) await afterTime({ memberId, change, now });
}

/** What follows once a change by time is committed: offers that ring pass on, places that are free again are used. */
export async function afterTime({
  memberId,
  change: { brandId, hasClosed, hasOpened },
  now,
}: {
  memberId: string;
  change: TimeChange;
  now: Date;
}): Promise<void> {
  if (hasClosed) await passLiveOffers({ member: { id: memberId, brandId }, now });
  if (hasClosed || hasOpened) await placesChanged({ brandId, now });
}
