import { beforeEach, describe, expect, it } from "vitest";
import type { VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { happy, makeEndedChat, makeThankedBrand, rate } from "@/lib/server/testing/thanks-world";
import { makeQuestion, makeVisitor, morning } from "@/lib/server/testing/world";
import { candidateFor, findPeople, findTies, noTie } from "./find-people";

let world: Awaited<ReturnType<typeof makeThankedBrand>>;
let marie: Awaited<ReturnType<typeof makeVisitor>>;

beforeEach(async () => {
  await resetDatabase();
  world = await makeThankedBrand();
  marie = await makeVisitor(world.brand);
});

async function samirFor(visitor: VisitorActor, topicId: string | null = world.brand.topics.battery.id) {
  const { brand, samir } = world;
  const question = await makeQuestion(brand, visitor, { state: "ended" });
  const ties = await findTies({ tx: db(), questionIds: [question.id] });
  const found = (await findPeople({ tx: db(), brandId: brand.id, now: morning })).find(
    (p) => p.memberId === samir.id,
  );
  return found && candidateFor(found, topicId, ties.get(question.id)?.get(samir.id) ?? noTie);
}

describe("what routing sees of somebody", () => {
  it("counts thanks and the ratings that were none, on the topic and on all of his", async () => {
    const { brand, samir } = world;
    for (const words of [happy, { ...happy, stars: 2 }, { ...happy, solved: "no" as const }]) {
      const visitor = await makeVisitor(brand);
      await rate(visitor, await makeEndedChat(brand, visitor, samir), words);
    }
    expect(await samirFor(marie)).toMatchObject({ thanks: 1, misses: 2 });
    expect(await samirFor(marie, null)).toMatchObject({ thanks: 1, misses: 2 });
    expect(await samirFor(marie, brand.topics.brakes.id)).toMatchObject({ thanks: 0, misses: 0 });
  });

  it("knows whom this visitor thanked before, and nobody else's thanks", async () => {
    const { brand, samir } = world;
    await rate(marie, await makeEndedChat(brand, marie, samir), happy);
    expect(await samirFor(marie)).toMatchObject({ wasThanked: true, isBlocked: false });
    expect(await samirFor(await makeVisitor(brand))).toMatchObject({ wasThanked: false });
  });

  it.each(["visitor", "helper"])(
    "keeps two apart once the %s has reported the other, unless it was dismissed",
    async (who) => {
      const { brand, samir } = world;
      const chat = await makeEndedChat(brand, marie, samir);
      const flag = await db().flag.create({
        data: {
          brandId: brand.id,
          chatId: chat.id,
          ...(who === "visitor"
            ? { memberId: samir.id, reporterId: marie.id }
            : { visitorId: marie.id, reporterId: samir.id }),
          reason: "insult",
          flaggedAt: morning,
        },
      });
      expect(await samirFor(marie)).toMatchObject({ isBlocked: true });
      expect(await samirFor(await makeVisitor(brand))).toMatchObject({ isBlocked: false });
      await db().flag.update({ where: { id: flag.id }, data: { outcome: "dismissed", resolvedAt: morning } });
      expect(await samirFor(marie)).toMatchObject({ isBlocked: false });
    },
  );
});
