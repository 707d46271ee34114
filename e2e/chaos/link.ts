import { once } from "node:events";
import { createServer, connect as dial, type Socket } from "node:net";

/** How a link treats those who use it: `refuse` hangs up at once, `swallow` takes everything and answers nothing. */
export type LinkMode = "open" | "refuse" | "swallow";

/** A stretch of network between two of the product's parts, which can fail. */
export type Link = {
  /** Where it listens on 127.0.0.1. */
  port: number;
  /** Leads somewhere else from now on. */
  leadTo(port: number): void;
  /** Changes how it treats connections. But for `open`, those that exist are cut. */
  set(mode: LinkMode): void;
  /** Cuts this share (0 to 1) of the connections, by chance, one at least where there are any. Returns how many. */
  cut(share: number): number;
  /**
   * Calls `then` as soon as something that holds `text` is sent into it; this and what follows on that connection never
   * arrives.
   */
  catchNext(text: string, then: () => void): void;
  close(): Promise<void>;
};

/** Opens a link to a port of 127.0.0.1. */
export async function openLink(target: number): Promise<Link> {
  let goal = target;
  let mode: LinkMode = "open";
  let wanted: { text: string; then: () => void } | undefined;
  const pairs = new Set<{ near: Socket; end(): void }>();

  const server = createServer({ allowHalfOpen: false }, (near) => {
    near.on("error", () => undefined);
    if (mode === "refuse") return void near.resetAndDestroy();
    near.setNoDelay(true);
    const far = mode === "open" ? dial(goal, "127.0.0.1") : undefined;
    const pair = {
      near,
      end() {
        pairs.delete(pair);
        near.destroy();
        far?.destroy();
      },
    };
    pairs.add(pair);
    near.on("close", pair.end);
    // What nobody answers is read all the same: the sender sees a network that says nothing.
    if (!far) return void near.resume();
    far.setNoDelay(true);
    far.on("error", pair.end);
    far.on("close", pair.end);
    far.pipe(near, { end: false });
    let isCaught = false;
    near.on("data", (chunk: Buffer) => {
      if (wanted && chunk.includes(wanted.text)) {
        const { then } = wanted;
        wanted = undefined;
        isCaught = true;
        then();
      }
      if (!isCaught && !far.write(chunk)) {
        near.pause();
        far.once("drain", () => near.resume());
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("A link got no port.");

  function cut(share: number): number {
    const all = [...pairs];
    const count = all.length === 0 ? 0 : Math.max(1, Math.round(all.length * share));
    for (let n = 0; n < count; n++) {
      const [one] = all.splice(Math.floor(Math.random() * all.length), 1);
      one?.end();
    }
    return count;
  }

  return {
    port: address.port,
    leadTo(port) {
      goal = port;
    },
    set(next) {
      mode = next;
      if (next !== "open") cut(1);
    },
    cut,
    catchNext(text, then) {
      wanted = { text, then };
    },
    async close() {
      cut(1);
      server.close();
      await once(server, "close");
    },
  };
}
