import { afterEach, describe, expect, it, vi } from "vitest";
import { type Commands, createEvents, takeCommands } from "@/lib/widget/commands";
import { createMemory } from "@/lib/widget/memory";
import { watchPolicy } from "@/lib/widget/policy";
import { unwrap, wrap } from "@/lib/widget/protocol";
import { markTitle } from "@/lib/widget/title";

const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
afterEach(() => {
  vi.unstubAllGlobals();
  warned.mockClear();
});

type Page = { entraide?: { (...call: unknown[]): unknown; q?: unknown[][]; loaded?: boolean } };

function commands() {
  const calls: unknown[] = [];
  const taken: Commands = {
    open: () => calls.push("open"),
    close: () => calls.push("close"),
    context: (context) => calls.push(["context", context]),
    identify: (token) => calls.push(["identify", token]),
    logout: () => calls.push("logout"),
    on: createEvents().on,
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
    expect(warned.mock.calls).toEqual([["Entraide: two snippets, the first counts"]]);
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

  it("says which commands there are when it is asked for another, once", () => {
    const page: Page = {};
    vi.stubGlobal("window", page);
    takeCommands(commands().taken);
    for (const name of ["opne", "constructor", "opne"]) page.entraide?.(name);
    expect(warned.mock.calls.flat()).toEqual([
      "Entraide: opne is not one of open, close, context, identify, logout, on",
      // Said by an earlier test already: that it was asked for is no news.
    ]);
  });
});

describe("the page's listeners", () => {
  it("hear their event until they are taken off, a moment later", async () => {
    const { on, emit } = createEvents();
    const heard: unknown[] = [];
    const off = on("message", (detail) => heard.push(detail));
    const last = (name: "message" | "ended") => new Promise<void>((done) => on(name, () => done()));
    const first = last("message");
    emit("message", { unread: 1 });
    expect(heard).toEqual([]);
    await first;
    expect(heard).toEqual([{ unread: 1 }]);
    off?.();
    const ended = last("ended");
    emit("message", { unread: 2 });
    emit("ended");
    await ended;
    expect(heard).toHaveLength(1);
  });

  it("are told which events there are", () => {
    expect(createEvents().on("closed" as "close", () => {})).toBeUndefined();
    expect(warned.mock.calls.flat()).toEqual([
      "Entraide: closed is not one of open, close, question, message, ended, availability",
    ]);
  });
});

describe("watchPolicy", () => {
  it("names directive and address of what was refused to us, and of nothing else", () => {
    let tell = (_event: object) => {};
    vi.stubGlobal("addEventListener", (_name: string, listener: typeof tell) => {
      tell = listener;
    });
    watchPolicy(["help.example", "live.example:443"]);
    tell({ blockedURI: "https://help.example/panel?site=a", effectiveDirective: "frame-src" });
    tell({ blockedURI: "wss://live.example:443/app/k", effectiveDirective: "connect-src" });
    tell({ blockedURI: "https://evil.example/help.example", effectiveDirective: "img-src" });
    for (const blockedURI of ["inline", "eval", "data", ""])
      tell({ blockedURI, effectiveDirective: "style-src" });
    expect(warned.mock.calls.flat()).toEqual([
      "Entraide: add https://help.example to frame-src",
      "Entraide: add wss://live.example:443 to connect-src",
    ]);
  });
});

describe("markTitle", () => {
  const shop = (words: string) => {
    const text = { nodeValue: words };
    const page = { hidden: true, head: { querySelector: () => ({ firstChild: text }) } };
    vi.stubGlobal("document", page);
    return { text, page };
  };

  it("counts in a hidden tab, and gives the page its own title back to the letter", () => {
    const { text, page } = shop("  Volt  3 \n");
    markTitle(2);
    expect(text.nodeValue).toBe("(2)   Volt  3 \n");
    markTitle(3);
    expect(text.nodeValue).toBe("(3)   Volt  3 \n");
    page.hidden = false;
    markTitle(3);
    expect(text.nodeValue).toBe("  Volt  3 \n");
  });

  it("leaves a title alone that the page wrote meanwhile", () => {
    const { text, page } = shop("Volt 3");
    markTitle(1);
    text.nodeValue = "Your cart";
    page.hidden = false;
    markTitle(1);
    expect(text.nodeValue).toBe("Your cart");
  });

  it("does nothing without unread messages, or in a page that has no title", () => {
    const { text } = shop("Volt 3");
    markTitle(0);
    expect(text.nodeValue).toBe("Volt 3");
    vi.stubGlobal("document", { hidden: true, head: { querySelector: () => null } });
    expect(() => markTitle(1)).not.toThrow();
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
    expect(memory.recall()).toEqual({ known: false, running: false, banned: 0, opened: false });
    expect(stored.size).toBe(0);
    memory.keep(true, true, false, 0);
    expect(memory.recall()).toMatchObject({ known: true, running: true, opened: false });
    memory.keep(true, true, true, 0);
    expect(memory.recall().opened).toBe(true);
    memory.keep(true, false, true, 0);
    expect(memory.recall()).toEqual({ known: true, running: false, banned: 0, opened: false });
    const until = Date.parse("2026-03-11T09:00:00Z");
    memory.keep(true, false, true, until);
    expect(memory.recall()).toEqual({ known: true, running: false, banned: until, opened: false });
    memory.keep(false, false, true, until);
    expect(stored.size).toBe(0);
  });

  it("forgets where storage is blocked", () => {
    const memory = createMemory("demo");
    memory.keep(true, true, true, 0);
    expect(memory.recall()).toEqual({ known: false, running: false, banned: 0, opened: false });
  });
});
