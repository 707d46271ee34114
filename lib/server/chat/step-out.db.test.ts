import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { renewLease } from "@/lib/server/presence/renew-lease";
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
import { stepOut } from "./step-out";

const now = later(morning, 60);
let brand: TestBrand;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  samir = await makeMember(brand, { name: "Samir H." });
  await renewLease({ member: samir, screenId: "screen-of-samir", now });
});

describe("whoever is not comfortable", () => {
  it("gives his chat to staff at once, with a neutral sentence in the chat's language", async () => {
    const julien = await makeMember(brand, { name: "Julien R.", role: "agent" });
    await renewLease({ member: julien, screenId: "screen-of-julien", now });
    const chat = await makeChat(brand, await makeVisitor(brand), samir, { language: "fr" });
    const before = await db().member.findUniqueOrThrow({ where: { id: samir.id } });
    await stepOut({ member: samir, chatId: chat.id, now });
    const question = await db().question.findUniqueOrThrow({ where: { id: chat.question.id } });
    expect(question).toMatchObject({
      audience: "staff",
      handoverReason: "Notre équipe est mieux placée pour continuer.",
      capsule: "Notre équipe continue à partir d’ici.",
      round: 2,
    });
    const offers = await db().offer.findMany({ where: { questionId: question.id } });
    expect(offers.map(({ memberId }) => memberId)).toEqual([julien.id]);
    // Nothing of it stays with him: his place is free, and no number of his has changed.
    const after = await db().member.findUniqueOrThrow({ where: { id: samir.id } });
    expect({ ...after, load: 0, idleSince: null }).toEqual({ ...before, load: 0, idleSince: null });
    expect(after.load).toBe(0);
    expect(await db().flag.count()).toBe(0);
  });

  it("leaves nobody alone where no staff is there: the question is kept for them", async () => {
    const chat = await makeChat(brand, await makeVisitor(brand), samir);
    await stepOut({ member: samir, chatId: chat.id, now });
    const { state, audience } = await db().question.findUniqueOrThrow({ where: { id: chat.question.id } });
    expect({ state, audience }).toEqual({ state: "left", audience: "staff" });
  });

  it("does so once, and only with a chat that is his", async () => {
    const nadia = await makeMember(brand, { name: "Nadia B." });
    const stranger = await makeMember(await makeBrand());
    const chat = await makeChat(brand, await makeVisitor(brand), samir);
    for (const member of [nadia, stranger])
      await expect(stepOut({ member, chatId: chat.id, now })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await stepOut({ member: samir, chatId: chat.id, now });
    await expect(stepOut({ member: samir, chatId: chat.id, now })).rejects.toMatchObject({
      code: "CHAT_ENDED",
    });
  });
});
