import { beforeEach, describe, expect, it } from "vitest";
import { marks } from "@/lib/domain/mask/marks";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { getDeskState } from "@/lib/server/desk/get-desk-state";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";
import { announceTyping } from "./announce-typing";
import { listMessages } from "./list-messages";
import { sendMessage } from "./send-message";

const secrets = ["06 12 34 56 78", "marie@example.com", "4111 1111 1111 1111"];
const text = `Call ${secrets[0]}, write ${secrets[1]}, pay ${secrets[2]}`;
const masked = `Call ${marks.phone}, write ${marks.email}, pay ${marks.card}`;
const now = later(morning, 60);

let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
});

const expectNoSecret = (data: unknown) => {
  for (const secret of secrets) expect(JSON.stringify(data)).not.toContain(secret);
};

async function makeTalk(role: "expert" | "agent") {
  const brand = await makeBrand();
  const visitor = await makeVisitor(brand, { firstName: `Marie ${secrets[1]}` });
  const helper = await makeMember(brand, { role });
  const about = { text, pageTitle: text, capsule: text };
  const chat = await makeChat(brand, visitor, helper, about);
  const attachment = await db().attachment.create({
    data: {
      brandId: brand.id,
      chatId: chat.id,
      author: "visitor",
      name: `${secrets[1]}.pdf`,
      mime: "application/pdf",
      byteSize: 1,
      storageKey: "nothing",
      createdAt: now,
    },
  });
  const input = { clientId: "visitor-1", body: text, attachmentId: attachment.id };
  await sendMessage({ party: { visitor }, chatId: chat.id, input, now });
  await announceTyping({ party: { visitor }, chatId: chat.id, now: morning });
  await sendMessage({
    party: { member: helper },
    chatId: chat.id,
    input: { clientId: "helper-01", body: `Mine is ${secrets[0]}` },
    now,
  });
  return { visitor, helper, chat };
}

describe("what an expert learns", () => {
  it("holds nothing that leads to the visitor, by any reading or event, but his own words whole", async () => {
    const { helper, chat } = await makeTalk("expert");
    const messages = await listMessages({ party: { member: helper }, chatId: chat.id, after: 0, now });
    expect(messages).toMatchObject([
      { body: masked, masked: true },
      { body: masked, masked: true, attachment: { name: `${marks.email}.pdf` } },
      { body: `Mine is ${secrets[0]}` },
    ]);
    expect(messages[2]).not.toHaveProperty("masked");
    const toHim = heard.events.filter(({ channel }) => channel.endsWith(helper.id));
    expect(toHim.map(({ name }) => name)).toEqual(["message.sent", "typing", "message.sent"]);
    const state = await getDeskState({ member: helper, now });
    expect(state.chats).toMatchObject([
      { question: masked, pageTitle: masked, capsule: masked, firstName: `Marie ${marks.email}` },
    ]);
    expectNoSecret([messages.slice(0, 2), toHim.slice(0, 2), state.chats, state.messages.slice(0, 2)]);
  });

  it("does not learn it from an offer, its event, or what another helper wrote", async () => {
    const brand = await makeBrand();
    const nadia = await makePresent(brand);
    await askAbout(brand, now, { text, firstName: `Marie ${secrets[0]}` });
    const rings = heard.events.filter(({ name }) => name === "offer.made");
    expect(rings).toMatchObject([{ data: { text: masked, firstName: `Marie ${marks.phone}` } }]);
    expect((await getDeskState({ member: nadia, now })).offers).toMatchObject([{ text: masked }]);

    const { visitor, helper, chat } = await makeTalk("expert");
    await db().segment.updateMany({ where: { chatId: chat.id }, data: { memberId: nadia.id } });
    await db().chat.update({ where: { id: chat.id }, data: { brandId: nadia.brandId } });
    await db().segment.updateMany({ where: { chatId: chat.id }, data: { brandId: nadia.brandId } });
    const read = await listMessages({ party: { member: nadia }, chatId: chat.id, after: 0, now });
    expect(read[2]).toMatchObject({ body: `Mine is ${marks.phone}`, helper: { memberId: helper.id } });
    expect((await listMessages({ party: { visitor }, chatId: chat.id, after: 0, now }))[1]?.body).toBe(text);
  });

  it("is whole for staff", async () => {
    const { helper, chat } = await makeTalk("agent");
    const messages = await listMessages({ party: { member: helper }, chatId: chat.id, after: 0, now });
    expect(messages.map(({ body }) => body)).toEqual([text, text, `Mine is ${secrets[0]}`]);
    expect((await getDeskState({ member: helper, now })).chats).toMatchObject([
      { question: text, firstName: `Marie ${secrets[1]}` },
    ]);
  });
});
