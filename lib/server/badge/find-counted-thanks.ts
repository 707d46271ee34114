import type { CountedThanks } from "@/lib/domain/badge/earn";
import type { Tx } from "@/lib/server/commit";

/** A member's counted thanks, oldest first: all that badges look at. */
export async function findCountedThanks({
  tx,
  memberId,
}: {
  tx: Tx;
  memberId: string;
}): Promise<CountedThanks[]> {
  const rows = await tx.thanks.findMany({
    where: { memberId, counts: true },
    orderBy: [{ thankedAt: "asc" }, { id: "asc" }],
    select: { id: true, language: true, rescued: true, topic: { select: { slug: true } } },
  });
  return rows.map(({ topic, ...thanks }) => ({ ...thanks, topic: topic?.slug ?? null }));
}
