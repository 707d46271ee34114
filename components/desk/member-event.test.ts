import { describe, expect, it } from "vitest";
import { parseMemberEvent } from "@/components/desk/member-event";
import { offer } from "@/lib/domain/desk/testing/desk";

describe("parseMemberEvent", () => {
  it("takes what the channel promises", () => {
    expect(parseMemberEvent("offer.made", offer(1))).toEqual({ name: "offer.made", data: offer(1) });
  });

  it.each([
    ["another name", "offer.unmade", {}],
    ["a name of the language's own", "constructor", {}],
    ["an incomplete payload", "offer.made", { id: "1" }],
    ["a payload with more than an expert may see", "offer.made", { ...offer(1), email: "marie@example.org" }],
    ["no payload", "offer.made", null],
  ])("refuses %s", (_, name, data) => {
    expect(parseMemberEvent(name, data)).toBeNull();
  });
});
