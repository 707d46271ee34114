import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hearPost, mostPoints, type Post, scoreActivity, topicWordsOf } from "./score";

const topics = topicWordsOf([
  { id: "battery", names: { en: "Battery", fr: "Batterie" } },
  { id: "brakes", names: { en: "Brakes", fr: "Freins" } },
  { id: "cargo", names: { en: "Cargo bike", fr: " " } },
]);
const post = (more: Partial<Post> = {}): Post => ({
  author: "Lena",
  text: "My battery did 60 km today.",
  at: null,
  likes: 0,
  followers: 0,
  url: null,
  ...more,
});
const anyPost: fc.Arbitrary<Post> = fc.record({
  author: fc.constant("Lena"),
  text: fc.oneof(
    fc.string(),
    fc.constantFrom("the battery", "try the brakes", "hello", "les freins, chez moi"),
  ),
  at: fc.option(fc.constantFrom("2026-01-01T00:00:00.000Z", "2025-06-01T00:00:00.000Z")),
  likes: fc.nat(10_000),
  followers: fc.nat(1_000_000),
  url: fc.constant(null),
});
const scored = (posts: readonly Post[]) => scoreActivity(posts.map((each) => hearPost(each, topics)));
const pointsOf = (posts: readonly Post[]) =>
  Object.fromEntries(scored(posts).activity.parts.map(({ part, points }) => [part, points]));

describe("hearPost", () => {
  it.each([
    ["Two batteries? One battery is enough", ["battery"]],
    ["La BATTERIE tient bien", ["battery"]],
    ["my brakess squeak, the battery too", ["battery", "brakes"]],
    ["Cargo-bikes, cargobikes", ["cargo"]],
    ["abattery", []],
    ["", []],
  ])("hears the topics in %j: %s", (text, topicIds) => {
    expect(hearPost(post({ text }), topics)).toMatchObject({ topicIds });
  });

  it("shows a sample that ends in a whole sign", () => {
    const text = `battery ${"x".repeat(291)}🚲`;
    expect(scored([post({ text })]).activity.sample?.text.isWellFormed()).toBe(true);
  });
});

describe("scoreActivity", () => {
  it("says nothing of who wrote nothing", () => {
    expect(scored([])).toMatchObject({
      score: 0,
      activity: { posts: 0, sample: null, lastAt: null },
    });
  });

  it("puts whom answers above who only tells, and both above who speaks of other things", () => {
    const answering = scored([post({ text: "@tom try to charge the battery indoors" })]).score;
    const telling = scored([post()]).score;
    const other = scored([post({ text: "Nice weather" })]).score;
    expect(answering).toBeGreaterThan(telling);
    expect(telling).toBeGreaterThan(other);
    expect(other).toBe(0);
  });

  it("shows the post that speaks for him most", () => {
    const best = post({
      text: "You can warm the battery first.",
      likes: 2,
      url: "https://forum.example.org/7",
    });
    const { sample } = scored([post({ likes: 9 }), best]).activity;
    expect(sample).toEqual({ text: best.text, url: best.url });
  });

  it("stays from 0 to 100, is the sum of its parts, and does not care for the order", () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 30 }), (posts) => {
        const { score, activity } = scored(posts);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(activity.parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        for (const { part, points, most } of activity.parts) {
          expect(most).toBe(mostPoints[part]);
          expect(points).toBeLessThanOrEqual(most);
        }
        expect(scored([...posts].reverse())).toEqual({ score, activity });
      }),
    );
  });

  it("never lowers help or reach for one more post, nor the topic for one about it", () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 20 }), anyPost, (posts, more) => {
        const before = pointsOf(posts);
        const after = pointsOf([...posts, more]);
        expect(after.help ?? 0).toBeGreaterThanOrEqual(before.help ?? 0);
        expect(after.reach ?? 0).toBeGreaterThanOrEqual(before.reach ?? 0);
        expect(pointsOf([...posts, post()]).topic ?? 0).toBeGreaterThanOrEqual(before.topic ?? 0);
      }),
    );
  });
});
