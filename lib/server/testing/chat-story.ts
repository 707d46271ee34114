import { ChatView, SystemLine } from "@/lib/domain/chat/view";
import type { MemberActor, Party } from "@/lib/server/account/actor";
import { listMessages } from "@/lib/server/chat/list-messages";
import { proposeHandover } from "@/lib/server/chat/propose-handover";
import { sendMessage } from "@/lib/server/chat/send-message";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { makePresent } from "./flow";
import { hearEvents } from "./heard";
import { makeBrand, makeChat, makeVisitor, morning } from "./world";

/** So many seconds into the story. */
export const at = (seconds: number) => later(morning, seconds);

/** One visitor in a chat with one owner, Samir, and ways to act in it and to read what became of it. */
export async function beginChatStory() {
  const heard = hearEvents();
  const brand = await makeBrand();
  const samir = await makePresent(brand, { name: "Samir H." });
  const visitor = await makeVisitor(brand);
  const { id: chatId, questionId } = await makeChat(brand, visitor, samir);
  return {
    heard,
    brand,
    samir,
    visitor,
    chatId,
    questionId,
    question: () => db().question.findUniqueOrThrow({ where: { id: questionId } }),
    /** Who carried the chat, and how it went, in order. */
    segments: async () =>
      (await db().segment.findMany({ where: { chatId }, orderBy: { startedAt: "asc" } })).map(
        ({ memberId, state }) => [memberId, state],
      ),
    /** The lines that nobody wrote. */
    lines: async () =>
      (await db().message.findMany({ where: { chatId, author: "system" }, orderBy: { seq: "asc" } })).map(
        ({ system }) => SystemLine.parse(system),
      ),
    say: (party: Party, body: string, now: Date) =>
      sendMessage({ party, chatId, input: { clientId: `client-${now.getTime()}`, body }, now }),
    /** What a party can read: words, or the kind of a line. */
    read: async (party: Party, now = at(500)) =>
      (await listMessages({ party, chatId, after: 0, now })).map(({ body, system }) => system?.kind ?? body),
    propose: (now = at(10)) => proposeHandover({ member: samir, chatId, text: "Asks about an order.", now }),
    /** The chat as its visitor was last told of it. */
    lastChat: () =>
      ChatView.parse(
        heard.events.findLast((e) => e.name === "chat.changed" && e.channel.endsWith(visitor.id))?.data,
      ),
    async accept(member: MemberActor, now: Date) {
      const offer = await db().offer.findFirstOrThrow({ where: { memberId: member.id, questionId } });
      return acceptOffer({ member, offerId: offer.id, now });
    },
  };
}
