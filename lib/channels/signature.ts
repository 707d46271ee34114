import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { decode } from "./url";

/** Hexadecimal HMAC-SHA256 of a text or raw bytes: the only signature the protocol knows. */
export function sign(secret: string, text: string | Buffer): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Whether `signature` is the lower-case hexadecimal HMAC of `text`, compared in constant time. */
export function isSignedBy(secret: string, text: string, signature: unknown): boolean {
  if (typeof signature !== "string" || !/^[0-9a-f]{64}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(sign(secret, text), "hex"), Buffer.from(signature, "hex"));
}

/**
 * Whether a client's `auth` (`key:signature`) covers `text` with the application's credentials.
 * `text` is built by {@link channelText} or {@link userText}.
 */
export function isAuthValid(app: { key: string; secret: string }, text: string, auth: unknown): boolean {
  if (typeof auth !== "string" || !auth.startsWith(`${app.key}:`)) return false;
  return isSignedBy(app.secret, text, auth.slice(app.key.length + 1));
}

/**
 * The text signed to let a socket into a private channel, or a presence channel when `channelData`
 * (the exact string the client sent) is given. Source: Pusher's "Authentication and authorization signatures".
 */
export function channelText(socketId: string, channel: string, channelData?: string): string {
  return channelData === undefined ? `${socketId}:${channel}` : `${socketId}:${channel}:${channelData}`;
}

/** The text signed to sign a socket in as the user described by the exact string `userData`. */
export function userText(socketId: string, userData: string): string {
  return `${socketId}::user::${userData}`;
}

/** Lower-case hexadecimal MD5, the digest by which a signed request covers its body. */
export function md5(body: Buffer | string): string {
  return createHash("md5").update(body).digest("hex");
}

/** A request to the HTTP API, as far as its signature covers it. */
export interface SignedRequest {
  method: string;
  /** Path as sent, without the query. */
  path: string;
  /** Query as sent, without the question mark. */
  query: string;
  /** Seconds since 1970 on this machine's clock. */
  now: number;
}

/** What a valid signature vouches for; `bodyMd5` is still to be compared with the body. */
export interface RequestClaims {
  parameters: Map<string, string>;
  bodyMd5: string | undefined;
}

/**
 * Checks the signed query of an HTTP API request: key, version, age and signature.
 * The signature covers decoded values, as every Pusher library signs before it encodes.
 * Returns `undefined` for whatever is not acceptable; the caller answers 401 without saying why.
 */
export function verifyRequest(
  app: { key: string; secret: string },
  request: SignedRequest,
  toleranceSeconds: number,
): RequestClaims | undefined {
  const parameters = parseQuery(request.query);
  if (!parameters) return undefined;
  const timestamp = parameters.get("auth_timestamp") ?? "";
  if (!/^\d{1,15}$/.test(timestamp)) return undefined;
  if (Math.abs(request.now - Number(timestamp)) > toleranceSeconds) return undefined;
  if (parameters.get("auth_key") !== app.key || parameters.get("auth_version") !== "1.0") return undefined;

  const signature = parameters.get("auth_signature");
  parameters.delete("auth_signature");
  const query = [...parameters.keys()]
    .sort()
    .map((name) => `${name}=${parameters.get(name)}`)
    .join("&");
  const valid = pathsAsSigned(request.path).some((path) =>
    isSignedBy(app.secret, `${request.method}\n${path}\n${query}`, signature),
  );
  return valid ? { parameters, bodyMd5: parameters.get("body_md5") } : undefined;
}

/** Libraries sign the path before their HTTP client percent-encodes it, or after: both spellings count. */
function pathsAsSigned(path: string): string[] {
  const decoded = decode(path);
  return decoded === undefined || decoded === path ? [path] : [path, decoded];
}

/** A name given twice makes it unclear which value was signed, so such a query is refused. */
function parseQuery(query: string): Map<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const cut = pair.indexOf("=");
    const name = decode(cut < 0 ? pair : pair.slice(0, cut));
    const value = decode(cut < 0 ? "" : pair.slice(cut + 1));
    if (name === undefined || value === undefined || parameters.has(name)) return undefined;
    parameters.set(name, value);
  }
  return parameters;
}
