import { AppError } from "@/lib/domain/error";
import type { FlagSomething } from "@/lib/domain/moderation/schema";
import { flagWeight } from "@/lib/domain/trust/level";
import type { Party } from "@/lib/server/account/actor";
import { readableBy } from "@/lib/server/chat/readable-by";
import { commit, type Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { toBrand } from "@/lib/server/event/publish";
import { readLevel } from "@/lib/server/trust/read-trust";
import { changeHidden } from "./change-hidden";

/**
 * Reports a message of a chat that this side may read, or with none the person at its other side. A message that as
 * many people as the brand says have reported (a guardian of the community counts for two) is hidden until somebody has
 * looked at it. Reporting the same again is
 * done already. NOT_FOUND for what he may not read, and for his own words.
 */
export async function flagSomething({
  party,
  chatId,
  input,
  now,
}: {
  party: Party;
  chatId: string;
  input: FlagSomething;
  now: Date;
}): Promise<void> {
  const { id: reporterId, brandId, settings } = party.visitor ?? party.member;
  const reach = await readableBy({ party, chatId });
  if (reach === null) throw new AppError("NOT_FOUND");
  const about = input.messageId
    ? await authorOf({ party, chatId, messageId: input.messageId, until: reach })
    : await otherSideOf({ party, chatId });
  if (!about) throw new AppError("NOT_FOUND");
  const { messageId } = input;
  await commit(async (tx, emit) => {
    // Two who report at once must count one another.
    if (messageId) await tx.$queryRaw`SELECT id FROM messages WHERE id = ${messageId} FOR NO KEY UPDATE`;
    const weight = party.member ? await weightOf(tx, party.member, now) : 1;
    const { count } = await tx.flag.createMany({
      data: [
        {
          brandId,
          chatId,
          messageId: messageId ?? null,
          ...about,
          reporterId,
          reason: input.reason,
          words: input.words || null,
          weight,
          flaggedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    emit(toBrand(brandId, "board.changed", {}));
    if (!messageId || (await openFlags(tx, messageId)) < settings.hideAtFlags) return;
    await changeHidden({ tx, emit, brandId, actorId: null, messageId, isHidden: true, now });
  });
}

/** How much reports weigh against a message together. What was looked at and kept does not count any more. */
async function openFlags(tx: Tx, messageId: string): Promise<number> {
  const { _sum } = await tx.flag.aggregate({
    where: { messageId, resolvedAt: null },
    _sum: { weight: true },
  });
  return _sum.weight ?? 0;
}

/** A guardian's report counts double, as he stands now: what follows later changes nothing of it. */
async function weightOf(
  tx: Tx,
  { id: memberId, brandId }: { id: string; brandId: string },
  now: Date,
): Promise<number> {
  const level = await readLevel({ tx, brandId, memberId, now });
  return level === null ? 1 : flagWeight(level);
}

type About = { visitorId: string; memberId?: never } | { memberId: string; visitorId?: never };

async function authorOf({
  party,
  chatId,
  messageId,
  until,
}: {
  party: Party;
  chatId: string;
  messageId: string;
  until: "all" | { lte: Date } | { lt: Date };
}): Promise<About | null> {
  const message = await db().message.findFirst({
    where: { id: messageId, chatId, ...(until === "all" ? {} : { sentAt: until }) },
    select: { author: true, memberId: true, chat: { select: { visitorId: true } } },
  });
  if (message?.author === "visitor") return party.visitor ? null : { visitorId: message.chat.visitorId };
  if (message?.author !== "member" || !message.memberId || message.memberId === party.member?.id) return null;
  return { memberId: message.memberId };
}

/** For the visitor the helper who carries the chat, or carried it last; for members the visitor. */
async function otherSideOf({ party, chatId }: { party: Party; chatId: string }): Promise<About | null> {
  const chat = await db().chat.findUnique({
    where: { id: chatId },
    select: {
      visitorId: true,
      segments: { orderBy: [{ startedAt: "desc" }, { id: "desc" }], take: 1, select: { memberId: true } },
    },
  });
  if (!chat) return null;
  if (party.member) return { visitorId: chat.visitorId };
  const [last] = chat.segments;
  return last ? { memberId: last.memberId } : null;
}
