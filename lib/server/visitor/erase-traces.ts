import { removeFile } from "@/lib/server/attachment/storage";
import { commit } from "@/lib/server/commit";
import { removeFromOutbox } from "@/lib/server/mail/remove-from-outbox";
import { placesChanged } from "@/lib/server/presence/places-changed";
import { endRunningQuestions } from "./end-running-questions";
import { eraseRecords } from "./erase-records";

/**
 * Takes what an erased visitor left: first in the database, in one transaction, then his files and the mails that were
 * kept. Does nothing for a visitor who was not erased. Safe to repeat; the files' keys are in a job, too, until they are
 * gone.
 *
 * @param addresses where mails to him went that do not name him
 */
export async function eraseTraces({
  visitorId,
  addresses = [],
  now,
}: {
  visitorId: string;
  addresses?: readonly string[];
  now: Date;
}): Promise<void> {
  const taken = await commit(async (tx, emit) => {
    const visitor = await tx.visitor.findUnique({
      where: { id: visitorId },
      select: { brandId: true, erasedAt: true },
    });
    if (!visitor?.erasedAt) return null;
    await tx.$queryRaw`SELECT id FROM questions WHERE visitor_id = ${visitorId} ORDER BY id FOR UPDATE`;
    const left = await tx.question.findMany({
      where: { visitorId, leftEmail: { not: null } },
      select: { leftEmail: true },
    });
    const { brandId } = visitor;
    const to = [...new Set([...addresses, ...left.flatMap(({ leftEmail }) => leftEmail ?? [])])];
    await endRunningQuestions({ tx, emit, brandId, visitorId, now });
    const keys = await eraseRecords({ tx, emit, brandId, visitorId, addresses: to, now });
    return { brandId, keys, to };
  });
  if (!taken) return;
  for (const key of taken.keys) await removeFile(key);
  await removeFromOutbox({ visitorId, addresses: taken.to });
  await placesChanged({ brandId: taken.brandId, now });
}
