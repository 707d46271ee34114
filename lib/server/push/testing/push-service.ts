import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { PushMessage } from "@/lib/domain/push/schema";

/** What a push service was given, and what the browser made of it. */
export type Pushed = { message: PushMessage; headers: Record<string, string | undefined>; bytes: number };

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync("sha256", secret, salt, info, length));

/**
 * Opens a body of `aes128gcm` (RFC 8188) that was sealed for a browser (RFC 8291), by the texts of these documents alone.
 * Throws for anything that was not.
 */
function unseal(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const recordSize = body.readUInt32BE(16);
  const keyLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + keyLength);
  const sealed = body.subarray(21 + keyLength);
  if (sealed.length > recordSize) throw new Error("one record is expected");
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), sender]);
  const secret = derive(browser.computeSecret(sender), auth, info, 32);
  const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const opening = createDecipheriv("aes-128-gcm", key, nonce);
  opening.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()]);
  const end = plain.lastIndexOf(2);
  if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0))
    throw new Error("a last record is expected");
  return plain.subarray(0, end).toString("utf8");
}

/**
 * Checks who sent it (RFC 8292): a token of ES256 for this service's origin, of a day at most, by the very key that the
 * browser was subscribed with. Throws for any other.
 */
function checkSender(authorization: string | undefined, origin: string, publicKey: string): void {
  const [, token = "", sent = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization ?? "") ?? [];
  if (sent !== publicKey) throw new Error("another key than the browser was subscribed with");
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const key = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  if (!isSigned) throw new Error("a false signature");
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
  const { aud, exp, sub } = read(claims);
  const seconds = Date.now() / 1000;
  if (read(head).alg !== "ES256" || aud !== origin) throw new Error(`a token for ${String(aud)}`);
  if (typeof exp !== "number" || exp <= seconds || exp > seconds + 86_400)
    throw new Error("a token of a wrong time");
  if (!/^(?:mailto:.+@|https:)/.test(String(sub))) throw new Error("nobody to write to");
}

/**
 * A push service of our own and a browser that subscribed with it. `answer` is the status of what comes next; what could not
 * be opened or was signed by nobody known is in `refused`, and answered with 400.
 */
export async function startPushService(publicKey: string) {
  const browser = createECDH("prime256v1");
  browser.generateKeys();
  const auth = randomBytes(16);
  const pushed: Pushed[] = [];
  const refused: string[] = [];
  let status = 201;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      try {
        checkSender(request.headers.authorization, origin, publicKey);
        if (request.headers["content-encoding"] !== "aes128gcm") throw new Error("another encoding");
        const message = PushMessage.parse(JSON.parse(unseal(body, browser, auth)));
        const { ttl, urgency, topic } = request.headers as Record<string, string | undefined>;
        if (status < 300) pushed.push({ message, headers: { ttl, urgency, topic }, bytes: body.length });
        response.writeHead(status, status === 302 ? { location: "http://127.0.0.1:1/elsewhere" } : {}).end();
      } catch (error) {
        refused.push(error instanceof Error ? error.message : "refused");
        response.writeHead(400).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    pushed,
    refused,
    answer(next: number) {
      status = next;
    },
    /** What the browser tells the server of itself; every name is a device of its own with the same keys. */
    subscription: (device = "phone") => ({
      endpoint: `${origin}/push/${device}`,
      keys: { p256dh: browser.getPublicKey("base64url"), auth: auth.toString("base64url") },
    }),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
