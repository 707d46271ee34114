import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { Mail } from "@/lib/server/mail/mail";
import { renderMail } from "@/lib/server/mail/render-mail";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { mailChat } from "./mail-chat";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

const email = "marie@example.com";

async function talk() {
  const visitor = await makeVisitor(brand);
  const member = await makeMember(brand, { name: "Nadia B." });
  const chat = await makeChat(brand, visitor, member);
  const from = { brandId: brand.id, chatId: chat.id, author: "member" as const, memberId: member.id };
  await db().message.createMany({
    data: [
      { ...from, seq: 2, clientId: "answer-one", body: "Yes, <b>indoors</b>.", sentAt: later(morning, 60) },
      {
        ...from,
        seq: 3,
        clientId: "answer-two",
        body: "Rude.",
        sentAt: later(morning, 61),
        hiddenAt: morning,
      },
    ],
  });
  return { visitor, chatId: chat.id };
}

async function mails() {
  const rows = await db().$queryRaw<
    { payload: unknown }[]
  >`SELECT payload FROM graphile_worker._private_jobs ORDER BY id`;
  return rows.map(({ payload }) => Mail.parse(payload));
}

describe("mailChat", () => {
  it("sends who said what and when, escaped, and nothing that was hidden", async () => {
    const { visitor, chatId } = await talk();
    await mailChat({ visitor, chatId, email, keep: false, now: later(morning, 90) });
    const [mail] = await mails();
    if (!mail) throw new Error("no mail");
    expect(mail).toMatchObject({ to: email, template: "conversation", visitorId: visitor.id });
    const { text, html } = await renderMail(mail);
    expect(text).toContain("You, 10:00\nDoes the battery survive winter?");
    expect(text).toContain("Nadia B., 10:01\nYes, <b>indoors</b>.");
    expect(text).not.toContain("Rude.");
    expect(html).toContain("&lt;b&gt;indoors");
  });

  it("says that files stay behind", async () => {
    const { visitor, chatId } = await talk();
    const attachment = await db().attachment.create({
      data: {
        brandId: brand.id,
        chatId,
        author: "visitor",
        name: "garage.webp",
        mime: "image/webp",
        byteSize: 10,
        storageKey: "0".repeat(32),
        createdAt: morning,
      },
    });
    await db().message.create({
      data: {
        brandId: brand.id,
        chatId,
        seq: 4,
        clientId: "a-picture",
        author: "visitor",
        body: "",
        sentAt: later(morning, 70),
        attachmentId: attachment.id,
      },
    });
    await mailChat({ visitor, chatId, email, keep: false, now: later(morning, 90) });
    const [mail] = await mails();
    const { text } = await renderMail(Mail.parse({ ...mail, locale: "fr" }));
    expect(text).toContain("Vous, 10:01\n[garage.webp]");
    expect(text).toContain("Les fichiers ne sont pas dans ce message");
  });

  it("keeps the address only when asked to, and never over a known one", async () => {
    const { visitor, chatId } = await talk();
    const kept = async () => (await db().visitor.findUniqueOrThrow({ where: { id: visitor.id } })).email;
    await mailChat({ visitor, chatId, email, keep: false, now: morning });
    expect(await kept()).toBeNull();
    await mailChat({ visitor, chatId, email, keep: true, now: morning });
    expect(await kept()).toBe(email);
    await mailChat({ visitor, chatId, email: "other@example.com", keep: true, now: morning });
    expect(await kept()).toBe(email);
  });

  it("is for one's own chat alone, and for one address", async () => {
    const { visitor, chatId } = await talk();
    const stranger = await makeVisitor(brand);
    const send = (who: typeof visitor, to: string) =>
      mailChat({ visitor: who, chatId, email: to, keep: true, now: morning });
    await expect(send(stranger, email)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(send(visitor, "a@example.com, b@example.com")).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect(await mails()).toEqual([]);
    expect((await db().visitor.findUniqueOrThrow({ where: { id: visitor.id } })).email).toBeNull();
  });
});
