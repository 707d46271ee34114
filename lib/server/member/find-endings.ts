import { z } from "zod";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { MemberStatus } from "@/prisma/generated/client";

const Before = z.object({ status: z.enum(MemberStatus) });

/** How a membership ended last, as the journal has it: removed by whom or left, and what the member was until then. */
type Ending = { action: string; actorName: string; status: MemberStatus };

/** The last ending of each of these members; who never left is not in it. */
export async function findEndings({
  tx = db(),
  brandId,
  memberIds,
}: {
  tx?: Tx;
  brandId: string;
  memberIds: readonly string[];
}): Promise<Map<string, Ending>> {
  const entries = await tx.audit.findMany({
    where: {
      brandId,
      subject: { in: memberIds.map((id) => `member:${id}`) },
      action: { in: ["removed", "left"] },
    },
    orderBy: { id: "asc" },
    select: { subject: true, action: true, actorId: true, before: true },
  });
  const actorIds = entries.flatMap(({ actorId }) => actorId ?? []);
  const actors = await tx.member.findMany({
    where: { brandId, id: { in: actorIds } },
    select: { id: true, displayName: true },
  });
  const names = new Map(actors.map(({ id, displayName }) => [id, displayName]));
  // The last one of each member wins.
  return new Map(
    entries.map(({ subject, action, actorId, before }) => [
      subject.slice("member:".length),
      {
        action,
        actorName: names.get(actorId ?? "") ?? "",
        status: Before.safeParse(before).data?.status ?? "active",
      },
    ]),
  );
}
