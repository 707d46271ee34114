import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAbout, mostPoints, type Post, scoreActivity } from "./score";

const words = ["Battery", "Batterie", "Brakes", "Freins"];
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
const pointsOf = (posts: readonly Post[]) =>
  Object.fromEntries(scoreActivity(posts, words).activity.parts.map(({ part, points }) => [part, points]));

describe("isAbout", () => {
  it.each([
    ["Two batteries? One battery is enough", true],
    ["La BATTERIE tient bien", true],
    ["my brakess squeak", true],
    ["abattery", false],
    ["", false],
  ])("hears it in %j: %s", (text, is) => {
    expect(isAbout(text, words)).toBe(is);
  });
});

describe("scoreActivity", () => {
  it("says nothing of who wrote nothing", () => {
    expect(scoreActivity([], words)).toMatchObject({
      score: 0,
      activity: { posts: 0, sample: null, lastAt: null },
    });
  });

  it("puts whom answers above who only tells, and both above who speaks of other things", () => {
    const answering = scoreActivity([post({ text: "@tom try to charge the battery indoors" })], words).score;
    const telling = scoreActivity([post()], words).score;
    const other = scoreActivity([post({ text: "Nice weather" })], words).score;
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
    const { sample } = scoreActivity([post({ likes: 9 }), best], words).activity;
    expect(sample).toEqual({ text: best.text, url: best.url });
  });

  it("stays from 0 to 100, is the sum of its parts, and does not care for the order", () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 30 }), (posts) => {
        const { score, activity } = scoreActivity(posts, words);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(activity.parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        for (const { part, points, most } of activity.parts) {
          expect(most).toBe(mostPoints[part]);
          expect(points).toBeLessThanOrEqual(most);
        }
        expect(scoreActivity([...posts].reverse(), words)).toEqual({ score, activity });
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
