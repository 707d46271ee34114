import { describe, expect, it } from "vitest";
import { peopleFilterOf } from "./schema";

describe("peopleFilterOf", () => {
  it.each([
    [{}, { page: 1 }],
    [
      { q: " Zoé ", role: "agent", status: "paused", page: "3" },
      { q: "Zoé", role: "agent", status: "paused", page: 3 },
    ],
    [{ q: "", role: "", topic: "", page: "" }, { page: 1 }],
    [{ q: ["a", "b"], role: "boss", status: "left", topic: "all", page: "-1", other: "x" }, { page: 1 }],
  ])("reads %j", (query, filter) => {
    expect(peopleFilterOf(query)).toEqual(filter);
  });
});
