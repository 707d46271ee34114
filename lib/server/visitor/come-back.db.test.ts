import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { sendMessage } from "@/lib/server/chat/send-message";
import { later } from "@/lib/server/clock";
import { runDue } from "@/lib/server/routing/run-due";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrowser, vouchFor } from "@/lib/server/testing/marked-visitor";
import { makeBrand, makeChat, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { createVisitor } from "./create-visitor";
import { eraseIdleVisitors } from "./erase-idle-visitors";
import { findVisitorByToken } from "./find-visitor-by-token";
import { getVisitorState } from "./get-visitor-state";
import { identifyVisitor } from "./identify-visitor";

const nextDay = later(morning, 24 * 3_600);
let brand: TestBrand;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  samir = await makePresent(brand, { seenUntil: later(nextDay, 3_600) });
});

/** Who the browser with this token is. */
async function holder(token: string, now = nextDay) {
  const visitor = await findVisitorByToken({ token, now });
  if (!visitor) throw new Error("a token that nobody holds");
  return visitor;
}

describe("a visitor who comes back after a day", () => {
  it("finds the running chat, reads what came meanwhile, and writes on", async () => {
    const { token, ...marie } = await makeVisitor(brand, { lastSeenAt: morning });
    const { id: chatId } = await makeChat(brand, marie, samir);
    await sendMessage({
      party: { member: samir },
      chatId,
      input: { clientId: "in-the-night", body: "It does, at 80 %." },
      now: later(morning, 12 * 3_600),
    });
    await runDue({ now: nextDay });
    await eraseIdleVisitors({ now: nextDay });

    const visitor = await holder(token);
    const state = await getVisitorState({ visitor, after: 1, now: nextDay });
    expect(state).toMatchObject({
      visitor: { id: marie.id, firstName: "Marie" },
      question: { state: "matched" },
      chat: { id: chatId, state: "open", lastSeq: 2 },
    });
    expect(state.messages.map(({ seq, body }) => [seq, body])).toEqual([[2, "It does, at 80 %."]]);

    await sendMessage({
      party: { visitor },
      chatId,
      input: { clientId: "good-morning", body: "Thank you" },
      now: nextDay,
    });
    const all = await getVisitorState({ visitor, after: 0, now: nextDay });
    expect(all.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});

describe("a browser whose visitor was logged out", () => {
  it("is another person's afterwards, and shows nothing of the one before", async () => {
    const marie = await makeBrowser(brand, "marie");
    const { id: chatId } = await makeChat(brand, marie.visitor, samir);
    // What the panel does at `logout`: it forgets the token, and asks for a new one at the next question.
    const { token } = await createVisitor({ siteKey: brand.site.publicKey, language: "en", now: nextDay });
    await identifyVisitor({ visitor: await holder(token), token: await vouchFor(brand, "tomasz") });

    const tomasz = await holder(token);
    expect(tomasz.id).not.toBe(marie.visitor.id);
    expect(await getVisitorState({ visitor: tomasz, after: 0, now: nextDay })).toMatchObject({
      question: null,
      chat: null,
      messages: [],
    });
    await expect(
      sendMessage({
        party: { visitor: tomasz },
        chatId,
        input: { clientId: "not-my-chat", body: "Hello?" },
        now: nextDay,
      }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    // And the one before is who she was, where she is still known.
    expect((await holder(marie.token)).id).toBe(marie.visitor.id);
    expect(await getVisitorState({ visitor: marie.visitor, after: 0, now: nextDay })).toMatchObject({
      chat: { id: chatId, state: "open" },
    });
  });

  it("is the same person's again, with the running chat, when the brand says so", async () => {
    const marie = await makeBrowser(brand, "marie");
    const { id: chatId } = await makeChat(brand, marie.visitor, samir);
    const { token } = await createVisitor({ siteKey: brand.site.publicKey, language: "en", now: nextDay });
    await identifyVisitor({ visitor: await holder(token), token: await vouchFor(brand, "marie") });
    const again = await holder(token);
    expect(again.id).toBe(marie.visitor.id);
    expect((await getVisitorState({ visitor: again, after: 0, now: nextDay })).chat?.id).toBe(chatId);
  });
});
