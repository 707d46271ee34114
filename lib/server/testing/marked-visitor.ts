import { SignJWT } from "jose";
import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { spend } from "@/lib/server/account/rate-limit";
import { addAttachment } from "@/lib/server/attachment/add-attachment";
import { endChat } from "@/lib/server/chat/end-chat";
import { proposeHandover } from "@/lib/server/chat/propose-handover";
import { sendHandover } from "@/lib/server/chat/send-handover";
import { sendMessage } from "@/lib/server/chat/send-message";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { sendMail } from "@/lib/server/mail/send-mail";
import { flagSomething } from "@/lib/server/moderation/flag-something";
import { hideMessage } from "@/lib/server/moderation/hide-message";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { answerLeftQuestion } from "@/lib/server/question/answer-left-question";
import { answerToken } from "@/lib/server/question/answer-token";
import { askQuestion } from "@/lib/server/question/ask-question";
import { leaveQuestion } from "@/lib/server/question/leave-question";
import { remindStaff } from "@/lib/server/question/remind-staff";
import { replyToAnswer } from "@/lib/server/question/reply-to-answer";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { createVisitor } from "@/lib/server/visitor/create-visitor";
import { findVisitorByToken } from "@/lib/server/visitor/find-visitor-by-token";
import { identifyVisitor } from "@/lib/server/visitor/identify-visitor";
import { updateContext } from "@/lib/server/visitor/update-context";
import { makePresent } from "./flow";
import { morning, type TestBrand } from "./world";

const at = (seconds: number) => later(morning, seconds);

/** The brand's signed word on its customer. */
export function vouchFor(brand: TestBrand, mark: string): Promise<string> {
  return new SignJWT({
    sub: `${mark}-customer`,
    email: `${mark}@example.com`,
    name: `Marie ${mark}`,
    facts: { order: `Order ${mark}` },
  })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuedAt()
    .sign(new TextEncoder().encode(brand.site.secret));
}

/** A browser of somebody for whom the brand vouches; `mark` is in whatever he could write or leave. */
export async function makeBrowser(brand: TestBrand, mark: string) {
  const { token } = await createVisitor({ siteKey: brand.site.publicKey, language: "en", now: morning });
  const visitor = await findVisitorByToken({ token, now: morning });
  if (!visitor) throw new Error("a visitor without a token");
  await updateContext({
    visitor,
    context: {
      page: { url: `https://shop.example.com/${mark}`, title: `Page ${mark}` },
      product: `Product ${mark}`,
      cart: { currency: "EUR", total: 5, items: [{ name: `Thing ${mark}`, quantity: 1, price: 5 }] },
    },
    now: at(1),
  });
  const jwt = await vouchFor(brand, mark);
  await identifyVisitor({ visitor, token: jwt });
  return { token, visitor, jwt };
}

const pdfOf = (mark: string) =>
  Buffer.from(`%PDF-1.7\n% ${mark}\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

async function accept(member: MemberActor, questionId: string, now: Date): Promise<string> {
  const offer = await db().offer.findFirstOrThrow({
    where: { memberId: member.id, questionId, state: { in: ["made", "delivered"] } },
  });
  return (await acceptOffer({ member, offerId: offer.id, now })).chat.id;
}

/**
 * A visitor who has done whatever a visitor can do, each time with the word `mark`: a chat that was handed over, ended,
 * rated and reported; a left question with its answer and mails, one sent and one waiting; and a chat that runs.
 */
export async function makeMarkedVisitor(brand: TestBrand, mark: string) {
  const expert = await makePresent(brand, { name: "Samir H.", capacity: 4 });
  const agent = await makePresent(brand, { name: "Julien", role: "manager", capacity: 4, isOpen: false });
  const setOpen = (isOpen: boolean) => db().member.update({ where: { id: agent.id }, data: { isOpen } });
  const browser = await makeBrowser(brand, mark);
  const { visitor } = browser;
  const ask = (name: string, now: Date) =>
    askQuestion({
      visitor,
      input: {
        clientId: `${mark}-${name}`,
        text: `Question ${mark}`,
        firstName: `Marie ${mark}`,
        topicId: brand.topics.battery.id,
        language: "en",
        staffOnly: false,
      },
      now,
    });
  const say = (party: { visitor: VisitorActor } | { member: MemberActor }, chatId: string, now: Date) =>
    sendMessage({
      party,
      chatId,
      input: { clientId: `${mark}-${now.getTime()}`, body: `Word ${mark}` },
      now,
    });
  const attach = async (
    party: { visitor: VisitorActor } | { member: MemberActor },
    chatId: string,
    now: Date,
  ) => {
    const file = { name: `${mark}.pdf`, bytes: pdfOf(mark) };
    const { id: attachmentId } = await addAttachment({ party, chatId, file, now });
    await sendMessage({
      party,
      chatId,
      input: { clientId: `${mark}-file-${now.getTime()}`, body: "", attachmentId },
      now,
    });
  };

  const first = await ask("first", at(10));
  const chatId = await accept(expert, first.id, at(12));
  await say({ visitor }, chatId, at(13));
  const answer = await say({ member: expert }, chatId, at(14));
  await attach({ visitor }, chatId, at(15));
  await attach({ member: expert }, chatId, at(16));
  await addAttachment({
    party: { visitor },
    chatId,
    file: { name: `${mark}-unsent.pdf`, bytes: pdfOf(mark) },
    now: at(17),
  });
  await hideMessage({ member: agent, messageId: answer.id, reason: `Because ${mark}`, now: at(19) });
  await proposeHandover({
    member: expert,
    chatId,
    text: `Capsule ${mark}`,
    reason: `Why ${mark}`,
    now: at(20),
  });
  await setOpen(true);
  await sendHandover({ visitor, chatId, text: `Capsule ${mark} edited`, now: at(22) });
  await accept(agent, first.id, at(24));
  await setOpen(false);
  await say({ member: agent }, chatId, at(25));
  await endChat({ party: { visitor }, chatId, end: "solved", now: at(30) });
  for (const { id } of await db().segment.findMany({ where: { chatId } })) {
    const input = { segmentId: id, stars: 5, solved: "yes" as const, words: `Thanks ${mark}` };
    await rateSegment({ visitor, chatId, input, now: at(40) });
  }
  const { brandId } = visitor;
  await db().note.create({
    data: { brandId, questionId: first.id, memberId: agent.id, body: `Note ${mark}`, writtenAt: at(41) },
  });

  const left = await ask("left", at(50));
  await leaveQuestion({ visitor, questionId: left.id, email: `left-${mark}@example.com`, now: at(51) });
  await sendMail({
    mail: {
      template: "left-answer",
      to: `left-${mark}@example.com`,
      visitorId: visitor.id,
      locale: "en",
      data: {
        brand: brand.name,
        question: `Question ${mark}`,
        helper: "Julien",
        url: "https://example.com/a",
      },
    },
    id: "7",
    at: at(52),
  });
  const answered = { clientId: `${mark}-answer`, body: `Answer ${mark}` };
  await answerLeftQuestion({ member: agent, questionId: left.id, ...answered, now: at(60) });
  await replyToAnswer({
    party: { token: answerToken(left.id) },
    input: { clientId: `${mark}-reply`, body: `Reply ${mark}`, live: false },
    now: at(70),
  });
  // The words of his question go to staff once more before the delay ends.
  await remindStaff({ tx: db(), questionId: left.id, answerBy: at(86_400) });

  const running = await ask("running", at(100));
  const runningChatId = await accept(expert, running.id, at(101));
  await say({ visitor }, runningChatId, at(102));
  await attach({ visitor }, runningChatId, at(103));
  await proposeHandover({
    member: expert,
    chatId: runningChatId,
    text: `Capsule ${mark}`,
    reason: `Why ${mark}`,
    now: at(104),
  });
  await db().ban.create({
    data: { brandId, visitorId: visitor.id, until: at(500), reason: `Ban ${mark}`, createdAt: at(105) },
  });
  // From now on the two are not put together any more.
  const reason = "other" as const;
  await flagSomething({
    party: { visitor },
    chatId,
    input: { messageId: answer.id, reason, words: `Report ${mark}` },
    now: at(106),
  });
  await flagSomething({
    party: { member: expert },
    chatId,
    input: { reason, words: `Report ${mark}` },
    now: at(106),
  });
  await spend({ kind: "message", person: visitor.id, ip: "192.0.2.7" });
  return { ...browser, expert, agent, chatId, runningChatId, questionIds: [first.id, left.id, running.id] };
}
