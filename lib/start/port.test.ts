import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { choosePort, freePort, isFree } from "@/lib/start/port";

const servers: Server[] = [];

async function occupy(port: number, host = "127.0.0.1"): Promise<number> {
  const server = createServer().listen(port, host);
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close();
    await once(server, "close");
  }
});

describe("choosePort", () => {
  it("takes the first free one from the usual one on", async () => {
    const taken = await occupy(0);
    const chosen = await choosePort({ asked: undefined, first: taken });
    expect(chosen).toBeGreaterThan(taken);
    expect(await isFree(chosen)).toBe(true);
  });

  it("respects the one asked for, and says plainly when it is taken", async () => {
    const free = await freePort();
    expect(await choosePort({ asked: free, first: 3000 })).toBe(free);
    await occupy(free);
    await expect(choosePort({ asked: free, first: 3000 })).rejects.toMatchObject({
      code: "START_REFUSED",
      message: expect.stringMatching(new RegExp(`^Port ${free} is taken by another program\\..+PORT\\.$`)),
    });
  });

  it("counts a program on the other address family, where localhost would lead", async () => {
    const port = await occupy(0, "::1").catch(() => undefined);
    if (port === undefined) return expect(await isFree(await freePort())).toBe(true);
    expect(await isFree(port)).toBe(false);
  });
});
