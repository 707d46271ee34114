import { expect, it } from "vitest";
import { typedAddresses } from "./addresses";

it.each([
  ["", []],
  [" \n,;\r\n", []],
  ["a@x.org", ["a@x.org"]],
  ["a@x.org, b@x.org;c@x.org\r\n d@x.org ", ["a@x.org", "b@x.org", "c@x.org", "d@x.org"]],
  ["a@x.org\nA@X.org", ["a@x.org"]],
  ["Nadia <a@x.org>", ["Nadia <a@x.org>"]],
])("reads %j", (text, addresses) => {
  expect(typedAddresses(text)).toEqual(addresses);
});
