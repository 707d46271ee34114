import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mend, readOrigin } from "./origin";

describe("readOrigin", () => {
  it.each<[string, string, Mend[]]>([
    ["https://shop.example.com", "https://shop.example.com", []],
    ["https://shop.example.com/", "https://shop.example.com", []],
    ["  https://shop.example.com  ", "https://shop.example.com", []],
    ["https://shop.example.com:8443", "https://shop.example.com:8443", []],
    ["http://localhost:3000", "http://localhost:3000", []],
    ["http://shop.localhost", "http://shop.localhost", []],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080", []],
    ["http://[::1]:8080", "http://[::1]:8080", []],
    ["https://intranet", "https://intranet", []],
    ["https://xn--vlo-bma.fr", "https://xn--vlo-bma.fr", []],
    ["shop.example.com", "https://shop.example.com", ["scheme"]],
    ["//shop.example.com", "https://shop.example.com", ["scheme"]],
    ["localhost:3000", "http://localhost:3000", ["scheme"]],
    ["127.0.0.1", "http://127.0.0.1", ["scheme"]],
    ["[::1]:3000", "http://[::1]:3000", ["scheme"]],
    ["shop.example.com:8443", "https://shop.example.com:8443", ["scheme"]],
    ["https:/shop.example.com", "https://shop.example.com", []],
    ["https://shop.example.com/fr/velos", "https://shop.example.com", ["path"]],
    ["https://shop.example.com?utm=1", "https://shop.example.com", ["path"]],
    ["https://shop.example.com/#top", "https://shop.example.com", ["path"]],
    ["shop.example.com/fr", "https://shop.example.com", ["scheme", "path"]],
    ["https://shop.example.com:443", "https://shop.example.com", ["port"]],
    ["http://localhost:80", "http://localhost", ["port"]],
    ["https://shop.example.com:/", "https://shop.example.com", []],
    ["https://Shop.Example.COM", "https://shop.example.com", ["case"]],
    ["HTTPS://shop.example.com", "https://shop.example.com", ["case"]],
    ["LOCALHOST:3000", "http://localhost:3000", ["scheme", "case"]],
    ["https://vélo.fr", "https://xn--vlo-bma.fr", ["accents"]],
    ["VÉLO.fr/shop", "https://xn--vlo-bma.fr", ["scheme", "path", "accents"]],
    ["https://日本語.jp", "https://xn--wgv71a119e.jp", ["accents"]],
    ["https://shop.example.com.", "https://shop.example.com", ["dot"]],
  ])("reads %s as %s", (typed, origin, mended) => {
    expect(readOrigin(typed)).toEqual({ origin, mended });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["*", "wildcard"],
    ["https://*.example.com", "wildcard"],
    ["*.example.com", "wildcard"],
    ["http://shop.example.com", "insecure"],
    ["http://192.168.1.10", "insecure"],
    ["http://localhost.example.com", "insecure"],
    ["ftp://shop.example.com", "scheme"],
    ["file:///home/me/shop.html", "scheme"],
    ["javascript:alert(1)", "scheme"],
    ["mailto:me@example.com", "scheme"],
    ["https://me:secret@shop.example.com", "sign-in"],
    ["shop", "incomplete"],
    ["null", "incomplete"],
    ["https://", "invalid"],
    ["https://shop example.com", "invalid"],
    ["https://shop.example.com\\evil", "invalid"],
    ["https://shop.example.com:99999", "invalid"],
    ["https://shop.example.com:0", "invalid"],
    ["https://256.256.256.256", "invalid"],
    [`https://${"a".repeat(300)}.example.com`, "invalid"],
  ])("refuses %s as %s", (typed, problem) => {
    expect(readOrigin(typed)).toEqual({ problem });
  });

  it("gives what a browser would send, and nothing to put right the second time", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        const read = readOrigin(address);
        if (read.problem) return true;
        const again = readOrigin(read.origin);
        return read.origin === new URL(address).origin && again.mended?.length === 0;
      }),
      // Addresses are slow to make up.
      { numRuns: 40 },
    );
  });

  it("never throws, whatever is typed", () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readOrigin(text) === "object"));
  });
});
