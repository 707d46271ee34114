import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/start/client-address";

const SOCKET = "10.0.0.9";

describe("clientAddress", () => {
  it("believes nobody unless told to", () => {
    fc.assert(
      fc.property(fc.string(), (forwardedFor) => {
        expect(clientAddress({ socketAddress: SOCKET, forwardedFor, trustProxy: 0 })).toBe(SOCKET);
      }),
    );
  });

  it.each([
    [1, "203.0.113.7", "203.0.113.7"],
    [1, "198.51.100.1, 203.0.113.7", "203.0.113.7"],
    [2, "198.51.100.1, 203.0.113.7, 10.0.0.8", "203.0.113.7"],
    [2, "203.0.113.7", "203.0.113.7"],
    [1, "203.0.113.7:51234", "203.0.113.7"],
    [1, "[2001:db8::7]:443", "2001:db8::7"],
    [1, "::ffff:203.0.113.7", "203.0.113.7"],
    [1, "not an address", SOCKET],
    [1, "", SOCKET],
  ])("with %i believed proxies, %j means %s", (trustProxy, forwardedFor, expected) => {
    expect(clientAddress({ socketAddress: SOCKET, forwardedFor, trustProxy })).toBe(expected);
  });

  it("is moved by nothing that the client writes before the proxies' own entries", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 4 }), (invented, trustProxy) => {
        const proxies = Array.from({ length: trustProxy - 1 }, (_, i) => `10.1.0.${i}`);
        const forwardedFor = [invented, "203.0.113.7", ...proxies].join(", ");
        expect(clientAddress({ socketAddress: SOCKET, forwardedFor, trustProxy })).toBe("203.0.113.7");
      }),
    );
  });

  it("speaks of one address in one way", () => {
    const socketAddress = "::ffff:192.0.2.1";
    expect(clientAddress({ socketAddress, forwardedFor: undefined, trustProxy: 0 })).toBe("192.0.2.1");
    expect(clientAddress({ socketAddress: undefined, forwardedFor: undefined, trustProxy: 0 })).toBe(
      "unknown",
    );
  });
});
