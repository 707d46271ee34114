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
    for (const call of [["open"], ["context"], ["context", "x"], ["identify", {}], ["constructor"], []])
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
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    };
    vi.stubGlobal("localStorage", storage);
    vi.stubGlobal("sessionStorage", storage);
    const memory = createMemory("demo");
    expect(memory.isRunning()).toBe(false);
    expect(stored.size).toBe(0);
    memory.setRunning(true);
    expect(memory.isRunning()).toBe(true);
    memory.setRunning(false);
    expect(stored.size).toBe(0);
  });

  it("forgets where storage is blocked", () => {
    const memory = createMemory("demo");
    memory.setRunning(true);
    expect(memory.isRunning()).toBe(false);
  });
});
