import { brandSettings } from "@/lib/domain/brand/schema";
import { db } from "@/lib/server/database";
import { decideQueue } from "@/lib/server/routing/decide-queue";
import { findPeople, findTies } from "@/lib/server/routing/find-people";
import { findQueue, queuedOf } from "@/lib/server/routing/find-queue";

/**
 * Whom the product's routing would ask about a question first: its own statements and its own rule, with nothing
 * written and every place granted. The member's id; null when it would ask nobody.
 */
export async function chooseOnce({
  brandId,
  questionId,
  settings,
  now,
}: {
  brandId: string;
  questionId: string;
  settings: unknown;
  now: Date;
}): Promise<string | null> {
  const tx = db();
  const rows = await findQueue({ tx, brandId, due: [questionId] });
  const ties = await findTies({ tx, questionIds: rows.map(({ id }) => id) });
  const [outcome] = await decideQueue({
    queue: rows.map((row) => queuedOf(row, ties, row.id === questionId)),
    people: await findPeople({ tx, brandId, now }),
    ties,
    settings: brandSettings(settings),
    now,
    begin: async () => undefined,
    takePlaces: async (memberIds) => new Map(memberIds.map((id) => [id, 1])),
  });
  return outcome?.made[0]?.asking.memberId ?? null;
}
