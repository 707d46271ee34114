import { EventEmitter, once } from "node:events";
import { describe, expect, it } from "vitest";
import { createShutdown } from "@/lib/start/shutdown";

function setUp(limitMs?: number) {
  const said: string[] = [];
  const exits = new EventEmitter();
  let clock = 0;
  const shutdown = createShutdown({
    say: (sentence) => said.push(sentence),
    exit: (code) => exits.emit("exit", code),
    now: () => clock,
    limitMs,
  });
  return { shutdown, said, exit: once(exits, "exit"), exits, wait: (ms: number) => (clock += ms) };
}

describe("createShutdown", () => {
  it("ends what was started last first, and then the process", async () => {
    const { shutdown, exit } = setUp();
    const ended: string[] = [];
    shutdown.add("database", async () => ended.push("database"));
    shutdown.add("server", async () => ended.push("server"));
    shutdown.signal("SIGTERM");
    expect(await exit).toEqual([0]);
    expect(ended).toEqual(["server", "database"]);
  });

  it("reads the machine's own clock", async () => {
    const exits = new EventEmitter();
    const exit = once(exits, "exit");
    createShutdown({ say: () => undefined, exit: (code) => exits.emit("exit", code) }).signal("SIGINT");
    expect(await exit).toEqual([0]);
  });

  it("goes on when a part does not end well, and says which", async () => {
    const { shutdown, exit, said } = setUp();
    let databaseEnded = false;
    shutdown.add("The database", async () => {
      databaseEnded = true;
    });
    shutdown.add("The server", () => Promise.reject(new Error("stuck")));
    shutdown.signal("SIGINT");
    await exit;
    expect(databaseEnded).toBe(true);
    expect(said).toContain("The server did not end well: stuck");
  });

  it("takes one press of Ctrl-C that arrives twice for one, and a later one for impatience", () => {
    const { shutdown, exits, wait } = setUp();
    const codes: number[] = [];
    exits.on("exit", (code) => codes.push(code));
    shutdown.add("The server", () => new Promise(() => undefined));
    shutdown.signal("SIGINT");
    wait(20);
    shutdown.signal("SIGINT");
    expect(codes).toEqual([]);
    wait(1_000);
    shutdown.signal("SIGINT");
    expect(codes).toEqual([130]);
  });

  it("does not wait for ever", async () => {
    const { shutdown, exit, said } = setUp(1);
    shutdown.add("The server", () => new Promise(() => undefined));
    shutdown.signal("SIGTERM");
    expect(await exit).toEqual([1]);
    expect(said.join()).toContain("Not everything ended");
  });

  it("ends everything once, however often it is asked", async () => {
    const { shutdown } = setUp();
    let ended = 0;
    shutdown.add("The server", async () => {
      ended += 1;
    });
    await Promise.all([shutdown.run(), shutdown.run()]);
    expect(ended).toBe(1);
    expect(shutdown.begun).toBe(true);
  });
});
