import { describe, expect, it } from "vitest";
import { normalizeIdentifier } from "@/lib/server/account/auth-options";
import { confirmAddress } from "@/lib/server/account/confirm-address";

describe("normalizeIdentifier", () => {
  it("makes one address of what a person types", () => {
    expect(normalizeIdentifier(" Nadia@Example.org ")).toBe("nadia@example.org");
  });

  it.each([
    "nadia@example.org,mallory@example.net",
    "nadia@example.org\r\nBcc: mallory@example.net",
    "Nadia <nadia@example.org>",
    "<b>@x.fr",
    "",
  ])("refuses %j instead of mending it", (text) => {
    expect(() => normalizeIdentifier(text)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
  });
});

describe("confirmAddress", () => {
  it("leads to a page with a button and keeps what next-auth will need", () => {
    const callback =
      "https://help.example.com/api/auth/callback/email?callbackUrl=https%3A%2F%2Fhelp.example.com%2F&token=abc&email=nadia%40example.org";
    expect(confirmAddress(callback)).toBe(
      "https://help.example.com/sign-in/confirm?callbackUrl=https%3A%2F%2Fhelp.example.com%2F&token=abc&email=nadia%40example.org",
    );
  });
});
