import { brandSettings } from "@/lib/domain/brand/schema";
import { db } from "@/lib/server/database";
import { decideQueue } from "@/lib/server/routing/decide-queue";
import { findQueue } from "@/lib/server/routing/find-queue";
import { lookAround } from "@/lib/server/routing/look-around";

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
  const own = brandSettings(settings);
  const hours = { hours: null, timeZone: "UTC" };
  const dueIds = new Set([questionId]);
  const { queue, people, ties } = await lookAround({ tx, brandId, rows, dueIds, settings: own, hours, now });
  const [outcome] = await decideQueue({
    queue,
    people,
    ties,
    everybody: null,
    settings: own,
    now,
    begin: async () => undefined,
    takePlaces: async (memberIds) => new Map(memberIds.map((id) => [id, 1])),
  });
  return outcome?.made[0]?.asking.memberId ?? null;
}
