import { db } from "@/lib/server/database";
import { publish, toBrand, toMember } from "@/lib/server/event/publish";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { presentAt } from "@/lib/server/presence/present";
import { selfView } from "@/lib/server/presence/self-view";
import { routeWaiting } from "@/lib/server/routing/route-waiting";

/**
 * A brand has opened or closed, by its hours or because they were changed: its pages, boards and the desks of those who
 * are there learn of it, and whoever waits is looked at anew.
 */
export async function hoursChanged({ brandId, now }: { brandId: string; now: Date }): Promise<void> {
  await placesChanged({ brandId, now });
  await routeWaiting({ brandId, now });
  const members = await db().member.findMany({
    where: { brandId, ...presentAt(now) },
    select: { id: true },
  });
  const told = members.map(async ({ id }) =>
    toMember(id, "self.changed", await selfView({ tx: db(), memberId: id, now })),
  );
  await publish([toBrand(brandId, "board.changed", {}), ...(await Promise.all(told))]);
}
