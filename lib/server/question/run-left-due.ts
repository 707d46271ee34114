import { turnStep } from "@/lib/domain/question/left-turn";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { findBan } from "@/lib/server/visitor/find-ban";
import { settleTurn } from "./left-turn";
import { remindStaff } from "./remind-staff";
import { tellLeft } from "./tell-left";

const atOnce = 100;

/**
 * What the clock does with stated delays: staff are reminded once before the end, a reply that was one person's goes to
 * everybody who fits, and a delay that passes without an answer is broken, whether or not anybody ever answers. Several
 * processes may do so at once; each thing happens once. One question's failure stops no other.
 */
export async function runLeftDue({ now }: { now: Date }): Promise<void> {
  const due = await db().leftTurn.findMany({
    where: { dueAt: { lte: now } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: atOnce,
    select: { questionId: true },
  });
  for (const { questionId } of due) {
    await look({ questionId, now }).catch((error: unknown) =>
      log.error({ questionId, error }, "a stated delay could not be looked at"),
    );
  }
}

async function look({ questionId, now }: { questionId: string; now: Date }): Promise<void> {
  await commit(async (tx, emit) => {
    const locked = await tx.$queryRaw<
      unknown[]
    >`SELECT id FROM questions WHERE id = ${questionId} FOR NO KEY UPDATE`;
    if (locked.length === 0) return;
    const { state, visitorId } = await tx.question.findUniqueOrThrow({
      where: { id: questionId },
      select: { state: true, visitorId: true },
    });
    if (await settleTurn({ tx, questionId })) return;
    const open = await tx.leftTurn.findFirst({
      where: { questionId, answeredAt: null, dueAt: { lte: now } },
    });
    if (!open) return;
    const isWaiting = ["left", "asked", "offering", "calling", "matched"].includes(state);
    if (!isWaiting || (await findBan({ tx, visitorId, now }))) {
      // Taken back, erased or banned: nobody answers it, so nothing is broken.
      await tx.leftTurn.update({ where: { id: open.id }, data: { dueAt: null } });
      return;
    }
    const { remind, judge, dueAt } = turnStep(open, now);
    await tx.leftTurn.update({
      where: { id: open.id },
      data: { dueAt, ...(judge ? { kept: false } : {}), ...(remind ? { remindedAt: now } : {}) },
    });
    if (judge && open.turn === 1) {
      await tx.question.update({ where: { id: questionId }, data: { leftKept: false } });
    }
    if (remind && state === "left") await remindStaff({ tx, questionId, answerBy: open.answerBy });
    await tellLeft({ tx, emit, questionId, now });
  });
}
