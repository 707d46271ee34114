import { afterEach, describe, expect, it, vi } from "vitest";
import { type Commands, takeCommands } from "@/lib/widget/commands";
import { createMemory } from "@/lib/widget/memory";
import { unwrap, wrap } from "@/lib/widget/protocol";

afterEach(() => vi.unstubAllGlobals());

type Page = { entraide?: { (...call: unknown[]): void; q?: unknown[][]; loaded?: boolean } };

function commands() {
  const calls: unknown[] = [];
  const taken: Commands = {
    open: () => calls.push("open"),
    close: () => calls.push("close"),
    context: (context) => calls.push(["context", context]),
    identify: (token) => calls.push(["identify", token]),
  };
  return { calls, taken };
}

describe("takeCommands", () => {
  it("runs what the page called before the script was there, then what it calls", () => {
    const page: Page = {};
    const early = (...call: unknown[]) => {
      early.q.push(call);
    };
    early.q = [] as unknown[][];
    page.entraide = early;
    vi.stubGlobal("window", page);
    page.entraide("context", { product: "volt-3" });
    page.entraide("open");
    const { calls, taken } = commands();
    expect(takeCommands(taken)).toBe(true);
    page.entraide("close");
    expect(calls).toEqual([["context", { product: "volt-3" }], "open", "close"]);
  });

  it("leaves the page to the first of two snippets", () => {
    vi.stubGlobal("window", {});
    expect(takeCommands(commands().taken)).toBe(true);
    expect(takeCommands(commands().taken)).toBe(false);
  });

  it("never throws into the page", () => {
    const page: Page = {};
    vi.stubGlobal("window", page);
    const { calls, taken } = commands();
    takeCommands({
      ...taken,
      open: () => {
        throw new Error("ours");
      },
    });
    for (const call of [["open"], ["constructor"], ["toString", 1], [{}], []])
      expect(() => page.entraide?.(...call)).not.toThrow();
    expect(calls).toEqual([]);
  });
});

describe("messages between the two windows", () => {
  const panel = {};
  const from = { source: panel, origins: ["https://help.example"] };

  it("are ours only from the right window and origin", () => {
    const data = wrap({ kind: "minimise" });
    expect(unwrap({ data, origin: "https://help.example", source: panel }, from)).toEqual({
      kind: "minimise",
    });
    expect(unwrap({ data, origin: "https://evil.example", source: panel }, from)).toBeNull();
    expect(unwrap({ data, origin: "https://help.example", source: {} }, from)).toBeNull();
    expect(
      unwrap({ data, origin: "https://help.example", source: undefined }, { ...from, source: undefined }),
    ).toBeNull();
    for (const other of ["text", null, { type: "webpack" }])
      expect(unwrap({ data: other, origin: "https://help.example", source: panel }, from)).toBeNull();
  });
});

describe("createMemory", () => {
  it("writes nothing by reading, and cleans up", () => {
    const stored = new Map<string, string>();
    const storage = (kind: string) => ({
      getItem: (key: string) => stored.get(kind + key) ?? null,
      setItem: (key: string, value: string) => void stored.set(kind + key, value),
      removeItem: (key: string) => void stored.delete(kind + key),
    });
    vi.stubGlobal("window", { localStorage: storage("shared"), sessionStorage: storage("tab") });
    const memory = createMemory("demo");
    expect(memory.isRunning()).toBe(false);
    expect(stored.size).toBe(0);
    memory.keep(true, false);
    expect([memory.isRunning(), memory.wasOpen()]).toEqual([true, false]);
    memory.keep(true, true);
    expect(memory.wasOpen()).toBe(true);
    memory.keep(false, true);
    expect(stored.size).toBe(0);
  });

  it("forgets where storage is blocked", () => {
    const memory = createMemory("demo");
    memory.keep(true, true);
    expect(memory.isRunning()).toBe(false);
    expect(memory.wasOpen()).toBe(false);
  });
});
