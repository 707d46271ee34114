import { commit } from "@/lib/server/commit";
import { findReturn } from "./find-return";

/**
 * Whoever holds the link wants no such mails: those that were planned for him are not sent, and their addresses are
 * forgotten. What he answered stays. Refuses like `findReturn`.
 */
export async function stopReturns({ token, now }: { token: string; now: Date }): Promise<void> {
  await commit(async (tx) => {
    const { id } = await findReturn({ tx, token, now });
    const { visitorId } = await tx.thanksReturn.findUniqueOrThrow({ where: { id } });
    await tx.thanksReturn.updateMany({ where: { id, stoppedAt: null }, data: { stoppedAt: now } });
    await tx.thanksReturn.updateMany({
      where: { visitorId, askedAt: null },
      data: { stoppedAt: now, email: null },
    });
  });
}
