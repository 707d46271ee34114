import { describe, expect, it, vi } from "vitest";
import { type Command, commandOf, createCommands, keyOf } from "@/components/desk/commands";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  commandOf({
    key,
    code: /^[a-z]$/iu.test(key) ? `Key${key.toUpperCase()}` : "",
    repeat: false,
    isComposing: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...more,
  });

describe("commandOf", () => {
  it("has one key for each command", () => {
    const commands = Object.keys(keyOf) as Command[];
    expect(commands.map((command) => press(keyOf[command].toLowerCase()))).toEqual(commands);
  });

  it.each([
    ["Control", { ctrlKey: true }],
    ["Command", { metaKey: true }],
    ["Alt", { altKey: true }],
    ["Shift", { shiftKey: true }],
    ["a key that is held", { repeat: true }],
    ["a letter being composed", { isComposing: true }],
  ])("leaves %s to the browser and to screen readers", (_, more) => {
    expect(press("a", more)).toBeNull();
    expect(press("e", more)).toBeNull();
  });

  it("knows the question mark with Shift and without", () => {
    expect(press("?", { code: "Slash", shiftKey: true })).toBe("help");
    expect(press("?", { code: "KeyM" })).toBe("help");
  });

  it("goes by the letter on a French keyboard, and by the place where letters are not Latin", () => {
    expect(press("a", { code: "KeyQ" })).toBe("accept");
    expect(press("q", { code: "KeyA" })).toBeNull();
    expect(press("ф", { code: "KeyA" })).toBe("accept");
  });

  it.each(["Enter", "Escape", "Tab", " ", "/", "1", "z"])("has nothing for %s", (key) => {
    expect(press(key)).toBeNull();
  });
});

describe("createCommands", () => {
  it("carries out the newest way that is still there, and says when there is none", () => {
    const commands = createCommands();
    const [first, second] = [vi.fn(), vi.fn()];
    const leaveFirst = commands.offer("end", first);
    const leaveSecond = commands.offer("end", second);
    expect(commands.run("end")).toBe(true);
    leaveSecond();
    expect(commands.run("end")).toBe(true);
    leaveFirst();
    expect(commands.run("end")).toBe(false);
    expect(commands.run("accept")).toBe(false);
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });
});
