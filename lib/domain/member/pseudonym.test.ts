import { describe, expect, it } from "vitest";
import { pseudonymOf } from "./pseudonym";

describe("pseudonymOf", () => {
  const one = "0123456789abcdef0123456789abcdef";
  it("is stable, says who it was in the brand's language, and tells two apart", () => {
    expect(pseudonymOf(one, "expert", "en")).toBe(pseudonymOf(one, "expert", "en"));
    expect(pseudonymOf(one, "expert", "en")).toMatch(/^Former owner [A-Z]{4}$/);
    expect(pseudonymOf(one, "manager", "fr")).toMatch(/^Ancien collègue [A-Z]{4}$/);
    expect(pseudonymOf(one.replace("0", "1"), "expert", "en")).not.toBe(pseudonymOf(one, "expert", "en"));
  });
});
