import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeQuestion, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { findStuck } from "./find-stuck";

const crowd = 250;

let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

const at = (seconds: number) => later(morning, seconds);
/** Nothing is going to look at it for an hour. */
const waiting = { state: "calling", wave: 3, wakeAt: at(3_600) } as const;

/** So many who asked before the morning and wait for somebody who is not there. */
async function makeCrowd({ language = "en", audience = "anybody", topicId = brand.topics.battery.id }) {
  await db().$executeRaw`
    WITH v AS (
      INSERT INTO visitors (brand_id, site_id, token_hash)
      SELECT ${brand.id}, ${brand.site.id}, 'hash-' || n FROM generate_series(1, ${crowd}) n RETURNING id, token_hash)
    INSERT INTO questions (brand_id, site_id, visitor_id, client_id, topic_id, text, language, audience, target_seconds,
      promise_seconds, state, wave, asked_at, round_at, wake_at)
    SELECT ${brand.id}, ${brand.site.id}, v.id, 'client-' || v.token_hash, ${topicId}, 'How?', ${language},
      ${audience}::"QuestionAudience", 15, 30, ${waiting.state}::"QuestionState", ${waiting.wave}, ${at(-60)}, ${at(-60)}, ${waiting.wakeAt}
    FROM v`;
}

describe.each([
  ["of another language", () => ({ language: "fr" })],
  ["about another topic", () => ({ topicId: brand.topics.brakes.id })],
  ["for staff", () => ({ audience: "staff" })],
])("a question behind a long queue %s", (_, theirs) => {
  it("is seen when it waits in vain", async () => {
    await makeCrowd(theirs());
    const samir = await makePresent(brand, { languages: ["en"] });
    const question = await makeQuestion(brand, await makeVisitor(brand), waiting);
    expect(await findStuck({ brandId: brand.id, now: at(1) })).toEqual([
      { questionId: question.id, memberIds: [samir.id] },
    ]);
  });

  it("keeps its turn before one that is asked later", async () => {
    await makeCrowd(theirs());
    await makePresent(brand, { languages: ["en"] });
    await makeQuestion(brand, await makeVisitor(brand), waiting);
    const { question } = await askAbout(brand, at(1));
    expect(await ringing(question.id)).toEqual([]);
    expect(question).toMatchObject({ state: "calling", position: 2 });
  });
});
