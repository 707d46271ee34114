import { beforeEach, describe, expect, it } from "vitest";
import { ChatView, SystemLine } from "@/lib/domain/chat/view";
import type { MemberActor, Party } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { acceptOffer } from "@/lib/server/offer/accept-offer";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { listMessages } from "./list-messages";
import { proposeHandover } from "./propose-handover";
import { sendMessage } from "./send-message";

let brand: TestBrand;
let samir: MemberActor;
let visitor: Awaited<ReturnType<typeof makeVisitor>>;
let chatId: string;
let questionId: string;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  samir = await makePresent(brand, { name: "Samir H." });
  visitor = await makeVisitor(brand);
  ({ id: chatId, questionId } = await makeChat(brand, visitor, samir));
});

const at = (seconds: number) => later(morning, seconds);
const question = () => db().question.findUniqueOrThrow({ where: { id: questionId } });
const segments = async () =>
  (await db().segment.findMany({ where: { chatId }, orderBy: { startedAt: "asc" } })).map(
    ({ memberId, state }) => [memberId, state],
  );
const lines = async () =>
  (await db().message.findMany({ where: { chatId, author: "system" }, orderBy: { seq: "asc" } })).map(
    ({ system }) => SystemLine.parse(system),
  );
const say = (party: Party, body: string, now: Date) =>
  sendMessage({ party, chatId, input: { clientId: `client-${now.getTime()}`, body }, now });
const read = async (party: Party, now = at(500)) =>
  (await listMessages({ party, chatId, after: 0, now })).map(({ body, system }) => system?.kind ?? body);
const propose = (now = at(10)) =>
  proposeHandover({ member: samir, chatId, text: "Asks about an order.", now });
const lastChat = () =>
  ChatView.parse(
    heard.events.findLast((e) => e.name === "chat.changed" && e.channel.endsWith(visitor.id))?.data,
  );

async function accept(member: MemberActor, now: Date) {
  const offer = await db().offer.findFirstOrThrow({ where: { memberId: member.id, questionId } });
  return acceptOffer({ member, offerId: offer.id, now });
}

describe("a lost helper", () => {
  const lose = (seconds: number) =>
    db().lease.updateMany({ where: { memberId: samir.id }, data: { expiresAt: at(seconds) } });

  it("keeps his chat for the grace; then somebody else is asked, with the transcript", async () => {
    const nadia = await makePresent(brand, { name: "Nadia B." });
    await say({ member: samir }, "I think that", at(8));
    await lose(20);
    await runDue({ now: at(29.999) });
    expect(await segments()).toEqual([[samir.id, "open"]]);
    heard.forget();
    await Promise.all([runDue({ now: at(30) }), runDue({ now: at(30) })]);

    expect(await segments()).toEqual([[samir.id, "lost"]]);
    expect(await lines()).toEqual([{ kind: "lost", name: "Samir H." }]);
    expect(await question()).toMatchObject({ state: "offering", round: 2, staffOnly: false, capsule: null });
    expect(await ringing(questionId)).toEqual([nadia.id]);
    expect(lastChat()).toMatchObject({ helper: null, state: "open" });
    expect(await untrueLoads()).toEqual([]);

    const { messages } = await accept(nadia, at(33));
    expect(messages.map(({ body, system }) => system?.kind ?? body)).toEqual([
      "Does the battery survive winter?",
      "I think that",
      "lost",
      "joined",
    ]);
    await say({ member: nadia }, "Yes, it does.", at(40));
    expect(await read({ member: samir })).toEqual(["Does the battery survive winter?", "I think that"]);
    await expect(say({ member: samir }, "I am back", at(41))).rejects.toMatchObject({ code: "CHAT_ENDED" });
    expect(await question()).toMatchObject({ firstAnswerAt: at(8), promiseKept: true });
    expect(await untrueLoads()).toEqual([]);
  });

  it("is not lost while another screen of his lives", async () => {
    await lose(20);
    await db().lease.create({ data: { memberId: samir.id, screenId: "his-phone", expiresAt: at(45) } });
    await runDue({ now: at(44) });
    expect(await segments()).toEqual([[samir.id, "open"]]);
    await runDue({ now: at(55) });
    expect(await segments()).toEqual([[samir.id, "lost"]]);
  });

  it("may take the question again when he is back and it still waits", async () => {
    const nadia = await makePresent(brand, { name: "Nadia B.", load: 0 });
    await lose(20);
    await runDue({ now: at(30) });
    await lose(500);
    expect(await ringing(questionId)).toEqual([nadia.id]);
    await runDue({ now: at(45) });
    expect(await ringing(questionId)).toContain(samir.id);
    await accept(samir, at(46));
    expect(await segments()).toEqual([
      [samir.id, "lost"],
      [samir.id, "open"],
    ]);
    expect(await read({ member: samir })).toEqual(["Does the battery survive winter?", "lost", "joined"]);
    expect(await untrueLoads()).toEqual([]);
  });

  it("takes his proposed hand-over with him", async () => {
    await makePresent(brand, { name: "Nadia B." });
    await propose(at(15));
    await lose(20);
    await runDue({ now: at(31) });
    expect(lastChat()).toMatchObject({ helper: null, handover: null });
    await runDue({ now: at(46) });
    expect(await lines()).toEqual([{ kind: "lost", name: "Samir H." }]);
    expect(await question()).toMatchObject({ round: 2, staffOnly: false });
  });

  it("leaves the question with a delay when nobody else is there", async () => {
    await lose(20);
    await runDue({ now: at(30) });
    expect(await question()).toMatchObject({ state: "left" });
    expect(lastChat()).toMatchObject({ state: "ended", end: "abandoned" });
    expect(await untrueLoads()).toEqual([]);
  });
});
