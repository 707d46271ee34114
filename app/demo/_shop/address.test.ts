import { describe, expect, it } from "vitest";
import { safeBack } from "./address";

describe("safeBack", () => {
  it("keeps addresses of the shop, with their parameters", () => {
    expect(safeBack("/demo/products/volt-3-city?entraide=abc")).toBe(
      "/demo/products/volt-3-city?entraide=abc",
    );
  });
  it.each([
    null,
    "",
    "//evil.example",
    "/demo//evil.example",
    "/demo/../login",
    "/demo\\evil",
    "/demonstration",
    "https://evil.example/demo",
    "/demo?a=1\r\nSet-Cookie: b=1",
  ])("refuses %j and goes home", (asked) => {
    expect(safeBack(asked)).toBe("/demo");
  });
});
