import { describe, expect, it } from "vitest";
import { subjectOf, undoScope, undoUntil } from "./undo";

describe("undoScope", () => {
  it("asks as much as the change itself did, and knows what stays", () => {
    expect(undoScope("brand", "changed")).toBe("settings");
    expect(undoScope("site", "removed")).toBe("administer");
    expect(undoScope("topic", "created")).toBeNull();
    expect(undoScope("visitor", "erased")).toBeNull();
    expect(undoScope("toString", "changed")).toBeNull();
  });
});

describe("undoUntil", () => {
  it("is 30 days later", () => {
    expect(undoUntil(new Date("2026-03-01T09:00:00Z"))).toEqual(new Date("2026-03-31T09:00:00Z"));
  });
});

describe("subjectOf", () => {
  it("takes a subject apart", () => {
    expect(subjectOf("site:abc")).toEqual({ kind: "site", id: "abc" });
  });
});
