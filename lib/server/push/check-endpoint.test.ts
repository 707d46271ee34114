import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetEnv } from "@/lib/server/env";
import { checkEndpoint } from "./check-endpoint";
import { postPush } from "./post-push";
import { isPublicAddress } from "./public-address";

const lookup = vi.hoisted(() => vi.fn());
vi.mock("node:dns", () => ({ lookup }));

beforeEach(() => {
  const secret = "k".repeat(43);
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://nowhere",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: secret,
    ATTACHMENT_SECRET: secret,
    VISITOR_TOKEN_SECRET: secret,
    VAPID_PRIVATE_KEY: secret,
    PUSHER_APP_ID: "test",
    PUSHER_KEY: secret,
    PUSHER_SECRET: secret,
  });
  forgetEnv();
});
afterAll(forgetEnv);

describe("checkEndpoint", () => {
  it.each([
    "https://fcm.googleapis.com/fcm/send/abc:123",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
    "https://web.push.apple.com/QOmx",
    "https://8.8.8.8/push",
    "https://[2606:4700::1111]/push",
  ])("lets %s pass", (endpoint) => {
    expect(checkEndpoint(endpoint).href).toBe(endpoint);
  });

  it.each([
    "",
    "nothing",
    "http://fcm.googleapis.com/fcm/send/abc",
    "ftp://fcm.googleapis.com/",
    "https://fcm.googleapis.com:8443/",
    "https://me:secret@fcm.googleapis.com/",
    "https://fcm.googleapis.com/#part",
    "https://localhost/",
    "https://intranet/",
    "https://printer.local/",
    "https://metadata.google.internal/",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://10.0.0.1/",
    "https://172.20.3.4/",
    "https://192.168.1.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.64.0.1/",
    "https://0.0.0.0/",
    "https://[::1]/",
    "https://[::]/",
    "https://[fe80::1]/",
    "https://[fd00::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
  ])("refuses %s", (endpoint) => {
    expect(() => checkEndpoint(endpoint)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
  });
});

describe("isPublicAddress", () => {
  it.each([
    "",
    "example.com",
    "1.2.3",
    "224.0.0.1",
    "255.255.255.255",
    "203.0.113.9",
    "2001:db8::1",
    "ff02::1",
  ])("is false for %j", (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});

describe("postPush", () => {
  const call = () => postPush({ endpoint: "https://push.example.com/x", headers: {}, body: Buffer.alloc(1) });

  it.each([
    [["127.0.0.1"]],
    [["10.1.2.3"]],
    [["::1"]],
    // One good address among them is no excuse.
    [["8.8.8.8", "192.168.0.1"]],
    [[]],
  ])("connects to no name that leads to %j", async (addresses) => {
    lookup.mockImplementationOnce((_name, _options, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      ),
    );
    await expect(call()).rejects.toMatchObject({ code: "EPRIVATE" });
  });

  it("throws what the name server throws", async () => {
    lookup.mockImplementationOnce((_name, _options, callback) =>
      callback(Object.assign(new Error("unknown"), { code: "ENOTFOUND" })),
    );
    await expect(call()).rejects.toMatchObject({ code: "ENOTFOUND" });
  });

  it("gives up at its deadline on whoever answers drop by drop", async () => {
    process.env.PUSH_LOCAL = "true";
    forgetEnv();
    let drops: ReturnType<typeof setInterval> | undefined;
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.write("HTTP/1.1 201 Created\r\nx-slow: ");
      drops = setInterval(() => socket.write("x"), 20);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const post = postPush({
      endpoint: `http://127.0.0.1:${port}/x`,
      headers: {},
      body: Buffer.alloc(1),
      deadlineMs: 200,
    });
    try {
      await expect(post).rejects.toMatchObject({ code: "ETIMEDOUT" });
    } finally {
      clearInterval(drops);
      server.close();
      delete process.env.PUSH_LOCAL;
    }
  }, 5_000);
});
