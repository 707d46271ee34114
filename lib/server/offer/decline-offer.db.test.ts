import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { withdrawQuestion } from "@/lib/server/question/withdraw-question";
import { runDue } from "@/lib/server/routing/run-due";
import { applyLapses } from "@/lib/server/routing/write-outcomes";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeChat, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { declineOffer } from "./decline-offer";

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

const at = (seconds: number) => later(morning, seconds);
const offerOf = (member: MemberActor, questionId: string) =>
  db().offer.findFirstOrThrow({ where: { memberId: member.id, questionId } });

describe("an offer that comes to nothing", () => {
  /** Nadia has been free for half an hour, Samir for ten minutes. */
  async function makeBoth() {
    const nadia = await makePresent(brand, { name: "Nadia B.", idleSince: at(-1_800) });
    const samir = await makePresent(brand, { name: "Samir H.", idleSince: at(-600) });
    return { nadia, samir };
  }
  const first = async (now: Date) => {
    const asked = await askAbout(brand, now);
    const [memberId] = await ringing(asked.question.id);
    return { ...asked, memberId };
  };

  it.each([
    [
      "passed",
      async (nadia: MemberActor, { question }: Awaited<ReturnType<typeof first>>) =>
        declineOffer({ member: nadia, offerId: (await offerOf(nadia, question.id)).id, now: at(3) }),
    ],
    ["not confirmed by her screen", async () => runDue({ now: at(5) })],
    [
      "taken back by the visitor",
      async (_: MemberActor, { question, visitor }: Awaited<ReturnType<typeof first>>) =>
        withdrawQuestion({ visitor, questionId: question.id, now: at(3) }),
    ],
  ])(
    "costs nothing when it was %s: she has been free for as long, and is asked first again",
    async (_, end) => {
      const { nadia } = await makeBoth();
      const question = await first(at(0));
      expect(question.memberId).toBe(nadia.id);
      await end(nadia, question);
      expect(await db().member.findUnique({ where: { id: nadia.id } })).toMatchObject({
        load: 0,
        idleSince: at(-1_800),
      });
      expect((await first(at(10))).memberId).toBe(nadia.id);
    },
  );

  it("is passed after a router that was about to let it lapse: it has one end, and its place is free once", async () => {
    const samir = await makePresent(brand, { name: "Samir H.", capacity: 2 });
    await makeChat(brand, await makeVisitor(brand), samir);
    const { question } = await askAbout(brand, at(0));
    const { id: offerId } = await offerOf(samir, question.id);
    await db().offer.update({ where: { id: offerId }, data: { state: "delivered" } });

    let isOver = false;
    let passing: Promise<void> | undefined;
    await commit(async (tx, emit) => {
      await tx.$queryRaw`SELECT id FROM questions WHERE id = ${question.id} FOR NO KEY UPDATE`;
      passing = declineOffer({ member: samir, offerId, now: at(20) }).finally(() => {
        isOver = true;
      });
      await vi.waitFor(async () => {
        const waiting = await db().$queryRaw`SELECT 1 FROM pg_locks WHERE NOT granted`;
        expect(isOver || (waiting as unknown[]).length > 0).toBe(true);
      });
      const lapse = [{ offerId, memberId: samir.id, as: "expired" as const }];
      const outcomes = [{ queued: { id: question.id }, lapse }];
      await applyLapses({ tx, emit, brandId: brand.id, outcomes, settings: samir.settings, now: at(20) });
    });
    await passing;
    expect(await untrueLoads()).toEqual([]);
    const ends = await db().routingEvent.findMany({
      where: { memberId: samir.id, kind: { in: ["declined", "expired"] } },
    });
    expect(ends.map(({ kind }) => kind)).toEqual(["expired"]);
  });
});
