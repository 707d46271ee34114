import { describe, expect, it } from "vitest";
import { isShortTalk, type Signs, suspicion } from "./suspect";

const nothing: Signs = {
  isOwnAddress: false,
  isOwnBrowser: false,
  isOwnNetwork: false,
  isSwap: false,
  peopleOfNetwork: 0,
  shortTalks: 0,
  times: 1,
};

describe("suspicion", () => {
  it.each([
    [{}, null],
    [{ isOwnAddress: true, isSwap: true }, "self"],
    [{ isOwnBrowser: true, isOwnNetwork: true }, "browser"],
    [{ isSwap: true, isOwnNetwork: true }, "swap"],
    [{ isOwnNetwork: true }, "network"],
    [{ peopleOfNetwork: 2 }, null],
    [{ peopleOfNetwork: 3 }, "network"],
    [{ shortTalks: 3 }, null],
    [{ shortTalks: 4 }, "burst"],
    [{ times: 3 }, null],
    [{ times: 4 }, "visitor"],
  ])("of %j is %s", (signs, kind) => {
    expect(suspicion({ ...nothing, ...signs })).toBe(kind);
  });
});

describe("isShortTalk", () => {
  it.each([
    [null, false],
    [0, true],
    [59.9, true],
    [60, false],
  ])("of %s seconds is %s", (seconds, short) => {
    expect(isShortTalk(seconds)).toBe(short);
  });
});
