import { db } from "@/lib/server/database";
import { routeQuestions } from "./route-question";

const atOnce = 100;

/** Looks at the brand's waiting questions now, in their order: somebody whom they hoped for has gone. */
export async function routeWaiting({ brandId, now }: { brandId: string; now: Date }): Promise<void> {
  const waiting = await db().question.findMany({
    where: { brandId, state: { in: ["asked", "offering", "calling"] } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: atOnce,
    select: { id: true },
  });
  await routeQuestions({ brandId, questionIds: waiting.map(({ id }) => id), now });
}
