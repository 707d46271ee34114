import { AppError } from "@/lib/domain/error";
import type { AskColleagues } from "@/lib/domain/room/schema";
import type { RoomMessage } from "@/lib/domain/room/view";
import { withoutVisitor } from "@/lib/domain/room/without-visitor";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { writeMessage } from "./write-message";

/**
 * Asks the room something out of a chat that the member carries, with its topic. The visitor's names, links and
 * identifiers are taken out of question and quotation, whatever the helper left in; which chat it was stays with him.
 * NOT_FOUND for a chat that he does not carry; otherwise as in `writeMessage`.
 */
export async function askColleagues({
  member,
  chatId,
  input,
  now,
}: {
  member: MemberActor;
  chatId: string;
  input: AskColleagues;
  now: Date;
}): Promise<RoomMessage> {
  const { brandId, id: memberId } = member;
  const chat = await db().chat.findFirst({
    where: { id: chatId, brandId, state: "open", segments: { some: { memberId, state: "open" } } },
    select: {
      question: { select: { topicId: true } },
      visitor: { select: { firstName: true, profile: true, externalId: true } },
    },
  });
  if (!chat) throw new AppError("NOT_FOUND");
  const { firstName, profile, externalId } = chat.visitor;
  const names = [firstName, externalId, ...namesIn(profile)].filter((name) => typeof name === "string");
  const clean = (text: string) => withoutVisitor(text, names);
  const words = {
    clientId: input.clientId,
    kind: "question" as const,
    body: clean(input.body),
    quote: input.quote ? clean(input.quote) : null,
    topicId: chat.question.topicId,
    chatId,
  };
  return writeMessage({ member, words, now });
}

/** The names that the brand's token gave him. */
function namesIn(profile: unknown): unknown[] {
  if (typeof profile !== "object" || profile === null) return [];
  return Object.entries(profile).flatMap(([key, value]) => (/name/i.test(key) ? [value] : []));
}
