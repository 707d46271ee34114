import { beforeEach, describe, expect, it } from "vitest";
import { HandoverChoices } from "@/lib/domain/chat/view";
import { OfferView } from "@/lib/domain/offer/view";
import { db } from "@/lib/server/database";
import { declineOffer } from "@/lib/server/offer/decline-offer";
import { readTranscript } from "@/lib/server/offer/read-transcript";
import { at, beginChatStory } from "@/lib/server/testing/chat-story";
import { resetDatabase } from "@/lib/server/testing/database";
import { makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { makeBrand } from "@/lib/server/testing/world";
import { cancelHandover } from "./cancel-handover";
import { findHandoverChoices } from "./find-handover-choices";
import { getDeskChat } from "./get-desk-chat";
import { proposeHandover } from "./propose-handover";
import { sendHandover } from "./send-handover";

let story: Awaited<ReturnType<typeof beginChatStory>>;
beforeEach(async () => {
  await resetDatabase();
  story = await beginChatStory();
});

describe("handing over to owners", () => {
  const choices = (member = story.samir, now = at(10)) =>
    findHandoverChoices({ member, chatId: story.chatId, now });
  const send = (now = at(20)) =>
    sendHandover({ visitor: story.visitor, chatId: story.chatId, text: "It is about frost.", now });

  it("shows how many of each kind are free, and whom an expert may name, with what speaks for them", async () => {
    await makePresent(story.brand, { name: "Julien", role: "agent" });
    const nadia = await makePresent(story.brand, { name: "Nadia B." });
    await makePresent(story.brand, { name: "Busy", load: 1 });
    await makePresent(story.brand, { name: "Paused", isOpen: false });
    await db().memberTopic.updateMany({ where: { memberId: nadia.id }, data: { thanks: 7 } });
    const found = await choices();
    expect(HandoverChoices.parse(found)).toEqual(found);
    expect(found.kinds).toEqual([
      { to: "staff", there: 1, free: 1 },
      { to: "owners", there: 2, free: 1 },
    ]);
    expect(found.people).toMatchObject([
      {
        memberId: nadia.id,
        card: { name: "Nadia B.", kind: "owner", thanks: 7, topic: { en: "Battery" } },
        topics: [{ en: "Battery" }],
      },
    ]);
  });

  it("lets staff name owners and colleagues; nobody but who carries the chat is shown anything", async () => {
    const julien = await makePresent(story.brand, { name: "Julien", role: "agent" });
    const nadia = await makePresent(story.brand, { name: "Nadia B." });
    const manager = await makePresent(story.brand, { name: "Hélène", role: "manager" });
    await expect(choices(julien)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await story.propose();
    await sendHandover({ visitor: story.visitor, chatId: story.chatId, text: "Order.", now: at(20) });
    await story.accept(julien, at(21));
    const { people } = await choices(julien, at(22));
    // Samir handed it over: it does not come back to him.
    expect(people.map(({ memberId }) => memberId).sort()).toEqual([nadia.id, manager.id].sort());
    await expect(choices(story.samir, at(23))).rejects.toMatchObject({ code: "CHAT_ENDED" });
  });

  it("asks whom he named first, who reads who hands over, why, and what was said, before he accepts", async () => {
    await makePresent(story.brand, { name: "Ingrid S." });
    const nadia = await makePresent(story.brand, { name: "Nadia B." });
    await db().memberTopic.updateMany({ where: { memberId: { not: nadia.id } }, data: { thanks: 50 } });
    await story.say({ visitor: story.visitor }, "Call me on +33 6 12 34 56 78", at(5));
    await story.say({ member: story.samir }, "Mine is new.", at(6));
    await proposeHandover({
      member: story.samir,
      chatId: story.chatId,
      text: "It is about frost.",
      to: "owners",
      memberId: nadia.id,
      reason: "She has had one for two winters",
      now: at(10),
    });
    expect(story.lastChat()).toMatchObject({
      handover: {
        name: "Samir H.",
        to: "owners",
        toName: "Nadia B.",
        reason: "She has had one for two winters",
      },
    });
    story.heard.forget();
    await send();
    expect(await ringing(story.questionId)).toEqual([nadia.id]);
    expect(await story.lines()).toEqual([
      {
        kind: "handed_over",
        name: "Samir H.",
        capsule: "It is about frost.",
        to: "owners",
        toName: "Nadia B.",
        reason: "She has had one for two winters",
      },
    ]);
    const made = OfferView.parse(story.heard.events.find(({ name }) => name === "offer.made")?.data);
    expect(made).toMatchObject({
      capsule: "It is about frost.",
      handover: { name: "Samir H.", kind: "owner", reason: "She has had one for two winters", isNamed: true },
      hasTranscript: true,
    });
    const words = await readTranscript({ member: nadia, offerId: made.id, now: at(21) });
    expect(words.map(({ body }) => body).slice(0, 3)).toEqual([
      "Does the battery survive winter?",
      expect.not.stringContaining("12 34"),
      "Mine is new.",
    ]);
    await expect(
      readTranscript({ member: story.samir, offerId: made.id, now: at(21) }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await declineOffer({ member: nadia, offerId: made.id, now: at(22) });
    await expect(readTranscript({ member: nadia, offerId: made.id, now: at(23) })).rejects.toMatchObject({
      code: "OFFER_EXPIRED",
    });
  });

  it("goes on to others of that kind when the named one passes, then to staff, never back to who handed over", async () => {
    const nadia = await makePresent(story.brand, { name: "Nadia B." });
    const ingrid = await makePresent(story.brand, { name: "Ingrid S." });
    const julien = await makePresent(story.brand, { name: "Julien", role: "agent" });
    await proposeHandover({
      member: story.samir,
      chatId: story.chatId,
      text: "Frost",
      to: "owners",
      memberId: nadia.id,
      now: at(10),
    });
    await send();
    const pass = async (member: typeof nadia, now: Date) => {
      const offer = await db().offer.findFirstOrThrow({
        where: { memberId: member.id, state: { in: ["made", "delivered"] } },
      });
      await declineOffer({ member, offerId: offer.id, now });
    };
    await pass(nadia, at(22));
    expect(await ringing(story.questionId)).toEqual([ingrid.id]);
    await pass(ingrid, at(23));
    expect(await ringing(story.questionId)).toEqual([julien.id]);
    await pass(julien, at(24));
    expect(await ringing(story.questionId)).toEqual([]);
    expect(await story.question()).toMatchObject({ state: "left" });
    expect(await untrueLoads()).toEqual([]);
  });

  it("refuses somebody named who is not free any more, an unknown one, and owners of whom none is there", async () => {
    const nadia = await makePresent(story.brand, { name: "Nadia B.", load: 1 });
    const elsewhere = await makePresent(await makeBrand());
    const propose = (more: { to: "owners" | "staff"; memberId?: string }) =>
      proposeHandover({ member: story.samir, chatId: story.chatId, text: "Frost", now: at(10), ...more });
    await expect(propose({ to: "owners", memberId: nadia.id })).rejects.toMatchObject({
      code: "HANDOVER_TARGET_GONE",
      params: { name: "Nadia B." },
    });
    await expect(propose({ to: "owners", memberId: elsewhere.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    // Busy is there: the question waits for her, and for whoever comes.
    await propose({ to: "owners" });
    await cancelHandover({ party: { member: story.samir }, chatId: story.chatId, now: at(11) });
    await db().member.update({ where: { id: nadia.id }, data: { isOpen: false } });
    await expect(propose({ to: "owners" })).rejects.toMatchObject({ code: "HANDOVER_TARGET_GONE" });
    expect(story.lastChat()).toMatchObject({ handover: null, helper: { name: "Samir H." } });
  });

  it("tells who handed over what became of it: still waiting, then taken, and by whom", async () => {
    const julien = await makePresent(story.brand, { name: "Julien", role: "agent" });
    const seen = async (now: Date) =>
      (await getDeskChat({ member: story.samir, chatId: story.chatId, now })).parting;
    expect(await seen(at(5))).toBeNull();
    await story.propose();
    await send();
    expect(await seen(at(21))).toEqual({ as: "handed_over", became: "waiting", by: null });
    story.heard.forget();
    await story.accept(julien, at(25));
    expect(story.heard.of(story.samir.id)).toEqual(["sync"]);
    expect(await seen(at(26))).toEqual({ as: "handed_over", became: "taken", by: "Julien" });
  });

  it("tells who handed over that nobody was there", async () => {
    await story.propose();
    await send();
    expect((await getDeskChat({ member: story.samir, chatId: story.chatId, now: at(21) })).parting).toEqual({
      as: "handed_over",
      became: "left",
      by: null,
    });
  });
});
