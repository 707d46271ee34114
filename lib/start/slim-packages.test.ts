import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import { APP, mount } from "@/lib/channels/testing/mount";
import { serverLibrary } from "@/lib/channels/testing/pusher-clients";
import type { connectRealtime } from "@/lib/client/realtime";
import { slimPusher } from "@/lib/start/slim-packages";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

afterEach(() => vi.unstubAllGlobals());

/** The panel's realtime half as its bundle holds it. */
async function bundledRealtime(): Promise<typeof connectRealtime> {
  const folder = await mkdtemp(path.join(tmpdir(), "entraide-pusher-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const outfile = path.join(folder, "realtime.mjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["lib/client/realtime.ts"],
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    alias: { "@": ROOT },
    plugins: [slimPusher()],
  });
  const module = (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as {
    connectRealtime: typeof connectRealtime;
  };
  return module.connectRealtime;
}

it("the slim pusher-js subscribes, hears and comes back after a cut", async () => {
  vi.stubGlobal("WebSocket", WebSocket);
  vi.stubGlobal("location", { protocol: "http:" });
  vi.stubGlobal("window", { addEventListener() {}, removeEventListener() {}, navigator: { onLine: true } });
  const server = await mount();
  const library = serverLibrary(server);
  const told: string[] = [];
  const realtime = (await bundledRealtime())({
    address: { key: APP.key, host: "127.0.0.1", port: server.port, tls: false, path: "" },
    channels: ["private-visitor-a", "cache-site-a"],
    authorise: async (socketId, [channel = ""]) => ({
      auths: { [channel]: library.authorizeChannel(socketId, channel).auth },
    }),
    onEvent: (channel, name, data) => told.push(`${channel} ${name} ${JSON.stringify(data)}`),
    onSubscribed: (channel) => told.push(channel),
    onStatus: (status) => told.push(status),
  });
  onTestFinished(() => realtime.close());
  const settle = { timeout: 10_000, interval: 10 };
  await vi.waitFor(() => expect(told).toContain("live"), settle);
  await library.trigger("private-visitor-a", "message.sent", { seq: 1 });
  await vi.waitFor(() => expect(told).toContain('private-visitor-a message.sent {"seq":1}'), settle);

  const old = server.channels;
  server.replace();
  await old.close({ overSeconds: 0 });
  await vi.waitFor(() => expect(told.filter((line) => line === "private-visitor-a")).toHaveLength(2), settle);
});
