import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainAddress } from "@/lib/domain/account/address";

describe("plainAddress", () => {
  it.each([
    ["nadia@example.org", "nadia@example.org"],
    ["  Nadia.B+velo@Example.ORG ", "nadia.b+velo@example.org"],
    ["o'neil@mail.example.co.uk", "o'neil@mail.example.co.uk"],
    ["x@xn--vlo-bma.fr", "x@xn--vlo-bma.fr"],
  ])("takes %j as %j", (text, address) => {
    expect(plainAddress(text)).toBe(address);
  });

  it.each([
    ["a list", "nadia@example.org,mallory@example.net"],
    ["a list with a semicolon", "nadia@example.org;mallory@example.net"],
    ["a list with spaces", "nadia@example.org mallory@example.net"],
    ["two signs", "nadia@example.org@example.net"],
    ["a name around it", "Nadia <nadia@example.org>"],
    ["HTML", "<b>@x.fr"],
    ["HTML after it", "nadia@example.org<script>alert(1)</script>"],
    ["a quoted local part", '"nadia@example.org"@example.net'],
    ["a line break and a header", "nadia@example.org\r\nBcc: mallory@example.net"],
    ["a line break at the end", "nadia@example.org\n"],
    ["a tab", "\tnadia@example.org"],
    ["a null byte", "nadia@example.org\u0000"],
    ["a comment", "nadia(x)@example.org"],
    ["an address literal", "nadia@[127.0.0.1]"],
    ["a bare host", "nadia@localhost"],
    ["an IP address", "nadia@127.0.0.1"],
    ["a look-alike sign", "nadia＠example.org"],
    ["a look-alike letter", "nadiа@example.org"],
    ["a letter that lower case turns into ASCII", "nadia@example.or\u212A"],
    ["a dot too many", "nadia@example..org"],
    ["a hyphen at the edge", "nadia@-example.org"],
    ["nothing before the sign", "@example.org"],
    ["nothing", ""],
    ["a local part over 64", `${"n".repeat(65)}@example.org`],
    ["an address over 254", `n@${"example.".repeat(40)}org`],
  ])("refuses %s", (_, text) => {
    expect(plainAddress(text)).toBeNull();
  });

  it.each([[["nadia@example.org"]], [{ toString: () => "nadia@example.org" }], [null], [undefined], [1]])(
    "refuses what is not a text: %j",
    (value) => {
      expect(plainAddress(value)).toBeNull();
    },
  );

  it("gives one address that stays itself, whatever comes", () => {
    const hostile = fc.string({ unit: fc.constantFrom(..."ab.@<>,;\r\n \"'()[]%é＠") });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.emailAddress(), fc.string()), (text) => {
        const address = plainAddress(text);
        if (address === null) return;
        expect(address).toMatch(/^[^\s<>,;"()[\]@]+@[^\s<>,;"()[\]@]+$/);
        expect(plainAddress(address)).toBe(address);
      }),
    );
  });
});
