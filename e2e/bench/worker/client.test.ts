import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { bottleneckRemarks, startWorker } from "@/e2e/bench/worker/client";

async function serve(status: number) {
  const server = createServer((_, response) => {
    response.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, origin: "http://localhost", pusherKey: "" };
}

it("does jobs in a process of its own, says how hard it worked, and tells why one failed", async () => {
  const worker = startWorker();
  onTestFinished(() => worker.stop());
  const call = { server: await serve(404), path: "/api/bench", expected: 404, count: 5 };
  const { output, use } = await worker.run("floor-http", call);
  expect(output.samples).toHaveLength(5);
  expect(use.cores).toBeGreaterThan(0);
  await expect(worker.run("floor-http", { ...call, expected: 200 })).rejects.toThrow("answered 404");
});

it("tells when the process ends before its job", async () => {
  const worker = startWorker();
  const hanging = await serve(404);
  const running = worker.run("floor-http", {
    server: hanging,
    path: "/",
    expected: 404,
    count: Number.MAX_SAFE_INTEGER,
  });
  const ended = expect(running).rejects.toThrow('ended during "floor-http"');
  await worker.stop();
  await ended;
  expect(worker.hasEnded()).toBe(true);
});

it("blames the generator where it was at its limit, and the machine where that had no core for it", () => {
  const use = { cores: 0.4, loopDelayP99Ms: 3, loopDelayMaxMs: 40 };
  expect(bottleneckRemarks(use)).toEqual([]);
  expect(bottleneckRemarks({ ...use, cores: 0.97 })).toEqual([expect.stringContaining("the bottleneck")]);
  expect(bottleneckRemarks({ ...use, loopDelayP99Ms: 60 })).toEqual([
    expect.stringContaining("no core free"),
  ]);
});
