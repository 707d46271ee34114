import { describe, expect, it } from "vitest";
import { isLoopback, isTellingAddress, networkOf } from "@/lib/domain/network/address";

describe("isLoopback", () => {
  it.each(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", "::FFFF:127.0.0.1"])("knows %s", (ip) => {
    expect(isLoopback(ip)).toBe(true);
  });

  it.each([
    "unknown",
    "",
    "10.0.0.1",
    "128.0.0.1",
    "1127.0.0.1",
    "127.0.0.1.example.com",
    "127.0.0.1, 203.0.113.9",
    "203.0.113.9, 127.0.0.1",
    "::ffff:203.0.113.9",
    "::2",
    "fe80::1",
    "localhost",
  ])("does not take %j for it", (ip) => {
    expect(isLoopback(ip)).toBe(false);
  });
});

describe("networkOf", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["unknown", "unknown"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("counts %s as %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe("isTellingAddress", () => {
  it.each(["203.0.113.9", "::ffff:203.0.113.9", "2001:db8::1", "172.32.0.1", "100.128.0.1", "8.8.8.8"])(
    "takes %s for telling",
    (ip) => {
      expect(isTellingAddress(ip)).toBe(true);
    },
  );

  it.each([
    "unknown",
    "",
    "127.0.0.1",
    "::1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.1.1",
    "100.64.0.1",
    "::ffff:10.0.0.1",
    "fd12::1",
    "fe80::1",
  ])("does not take %j for telling", (ip) => {
    expect(isTellingAddress(ip)).toBe(false);
  });
});
