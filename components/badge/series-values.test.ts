import { describe, expect, it } from "vitest";
import { problemsOf, type SeriesValues, seriesOfValues, valuesOf } from "./series-values";

const values: SeriesValues = {
  en: "Sage",
  fr: "Sage",
  icon: "star",
  bronze: "5",
  silver: "15",
  gold: "",
  topicId: "",
};

describe("problemsOf", () => {
  it.each([
    [{}, {}],
    [{ en: "  " }, { en: "nameMissing" }],
    [{ bronze: "" }, { bronze: "countWrong" }],
    [{ bronze: "0" }, { bronze: "countWrong" }],
    [{ bronze: "5.5" }, { bronze: "countWrong" }],
    [{ silver: "1001" }, { silver: "countWrong" }],
    [{ silver: "5" }, { silver: "countRising" }],
    [{ silver: "", gold: "30" }, { silver: "silverMissing" }],
    [{ silver: "", gold: "" }, {}],
  ])("of %j are %j", (change, problems) => {
    expect(problemsOf({ ...values, ...change }, "thanks")).toEqual(problems);
  });

  it("ask for a topic where the family needs one", () => {
    expect(problemsOf(values, "topic")).toEqual({ topicId: "topicMissing" });
  });
});

describe("seriesOfValues", () => {
  it("is what the server gave, and takes", () => {
    const topic = { id: "a".repeat(32), names: { en: "Battery", fr: "Batterie" }, isRemoved: false };
    const view = {
      id: "b".repeat(32),
      family: "topic" as const,
      icon: "battery",
      names: { en: "Battery sage", fr: "Sage batterie" },
      topic,
      isAdrift: false,
      levels: [
        { level: 1, count: 5, holders: 0 },
        { level: 2, count: 15, holders: 0 },
      ],
      version: 1,
    };
    expect(seriesOfValues(valuesOf(view), "topic")).toEqual({
      names: view.names,
      icon: "battery",
      counts: [5, 15],
      topicId: topic.id,
    });
    expect(seriesOfValues(values, "thanks").topicId).toBeNull();
  });
});
