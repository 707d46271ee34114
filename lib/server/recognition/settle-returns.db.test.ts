import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { undoAudit } from "@/lib/server/audit/undo-audit";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { knowTopics } from "@/lib/server/member/know-topics";
import { decideReview } from "@/lib/server/review/decide-review";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  batterySkill,
  lastingFacts,
  makeEndedChat,
  makeThankedBrand,
  rate,
} from "@/lib/server/testing/thanks-world";
import { makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { answerReturn } from "./answer-return";
import { askReturns } from "./ask-returns";
import { returnToken } from "./return-token";

const two = (days = 14) => later(morning, days * 24 * 3600);

let brand: TestBrand;
let samir: MemberActor;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  ({ brand, samir } = await makeThankedBrand());
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

const topic = () => batterySkill(brand, samir);

/** A visitor thanks, agrees, and is asked two weeks later. */
async function asked(email = "marie@example.com") {
  const visitor = await makeVisitor(brand, { email });
  await rate(visitor, await makeEndedChat(brand, visitor, samir), { mayAskLater: true });
  await askReturns({ now: two() });
  const { ratingId } = await db().thanksReturn.findFirstOrThrow();
  return returnToken(ratingId);
}

describe("the answer, of thanks under review", () => {
  /** Thanks from Samir's own address are held; two weeks later that address is asked. */
  async function askedOfHeld() {
    const { email } = await db().user.findUniqueOrThrow({ where: { id: samir.userId } });
    return asked(email);
  }
  const say = (token: string, answer: "yes" | "no") =>
    answerReturn({ token, input: { answer }, now: two(15) });
  const decide = async (outcome: "counts" | "refused") => {
    const { id } = await db().review.findFirstOrThrow({ where: { decidedAt: null } });
    return decideReview({ member: helene, reviewId: id, input: { outcome }, now: two(16) });
  };

  it("waits for the review, and a no that is taken back leaves no trace", async () => {
    const token = await askedOfHeld();
    await say(token, "no");
    expect(await topic()).toMatchObject({ thanks: 0, misses: 0, faded: 0 });
    await decide("counts");
    expect(await topic()).toMatchObject({ thanks: 1, misses: 1, lasting: 0, faded: 1 });
    await say(token, "yes");
    expect(await topic()).toMatchObject({ thanks: 1, misses: 0, lasting: 1, faded: 0 });
    expect(await lastingFacts()).toBe(1);
  });

  it("is a fact once they count after all, and is none when that is taken back", async () => {
    const token = await askedOfHeld();
    await say(token, "yes");
    expect(await lastingFacts()).toBe(0);
    const { auditId } = await decide("counts");
    expect([await topic(), await lastingFacts()]).toMatchObject([{ thanks: 1, lasting: 1 }, 1]);
    await undoAudit({ member: helene, auditId, now: two(17) });
    expect([await topic(), await lastingFacts()]).toMatchObject([{ thanks: 0, lasting: 0 }, 0]);
  });

  it("stays a no when they go on counting, and goes with thanks that do not", async () => {
    const token = await asked();
    await say(token, "yes");
    await say(token, "no");
    const { id: thanksId } = await db().thanks.findFirstOrThrow();
    const items = { create: { thanksId, isHeld: false } };
    const kind = "visitor";
    await db().review.create({
      data: { brandId: brand.id, memberId: samir.id, kind, openedAt: two(15), items },
    });
    const { auditId } = await decide("counts");
    expect([await topic(), await lastingFacts()]).toMatchObject([{ misses: 1, faded: 1 }, 0]);
    await say(token, "yes");
    await undoAudit({ member: helene, auditId, now: two(17) });
    expect([await topic(), await lastingFacts()]).toMatchObject([{ misses: 0, lasting: 1 }, 1]);
    await decide("refused");
    expect([await topic(), await lastingFacts()]).toMatchObject([{ thanks: 0, misses: 0, lasting: 0 }, 0]);
  });
});

describe("a topic that is given up and comes back", () => {
  const know = (topicIds: string[]) =>
    commit((tx) => knowTopics({ tx, brandId: brand.id, memberId: samir.id, topicIds }));

  it("does so with what held and what did not", async () => {
    const token = await asked();
    await answerReturn({ token, input: { answer: "no" }, now: two(15) });
    await know([]);
    await know([brand.topics.battery.id]);
    expect(await topic()).toMatchObject({ thanks: 1, misses: 1, lasting: 0, faded: 1 });
    await answerReturn({ token, input: { answer: "yes" }, now: two(16) });
    expect(await topic()).toMatchObject({ thanks: 1, misses: 0, lasting: 1, faded: 0 });
  });

  it("never has fewer misses than none", async () => {
    await expect(db().memberTopic.updateMany({ data: { misses: -1 } })).rejects.toThrow(
      "member_topics_counted",
    );
  });
});
