import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** The header that tells the API who asks. Only this server writes it. */
export const CLIENT_ADDRESS_HEADER = "x-entraide-ip";

/** What proxies say about a request; hearsay unless we were told to believe a proxy. */
const PROXY_HEADERS = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];

/**
 * The address of whoever asks, as seen by the outermost of the `trustProxy` proxies in front of us.
 *
 * Each proxy appends the address it was called from to `x-forwarded-for`, and the last one is the socket's other
 * end: counted from the right, nobody outside can add or move an entry.
 */
export function clientAddress({
  socketAddress,
  forwardedFor,
  trustProxy,
}: {
  socketAddress: string | undefined;
  forwardedFor: string | undefined;
  trustProxy: number;
}): string {
  const direct = plainAddress(socketAddress ?? "") ?? "unknown";
  if (trustProxy === 0 || !forwardedFor) return direct;
  const hops = forwardedFor.split(",").map((entry) => plainAddress(entry));
  const told = hops[Math.max(0, hops.length - trustProxy)];
  return told ?? direct;
}

/** `1.2.3.4:5678`, `[2001:db8::1]:443` and `::ffff:1.2.3.4` as plain addresses; `undefined` for anything else. */
function plainAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  const unmapped = bare.toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, "");
  return isIP(unmapped) ? unmapped : undefined;
}

/**
 * Replaces what came in under our header's name by the address we know, and drops what proxies are said to have
 * said when none is believed. Both forms of the headers change: the API reads the raw ones.
 */
export function stampAddress(request: IncomingMessage, trustProxy: number): void {
  const forwarded = request.headers["x-forwarded-for"];
  const address = clientAddress({
    socketAddress: request.socket.remoteAddress,
    forwardedFor: Array.isArray(forwarded) ? forwarded.join(",") : forwarded,
    trustProxy,
  });
  const dropped = new Set([CLIENT_ADDRESS_HEADER, ...(trustProxy === 0 ? PROXY_HEADERS : [])]);
  const kept: string[] = [];
  for (let i = 0; i + 1 < request.rawHeaders.length; i += 2) {
    const [name = "", value = ""] = request.rawHeaders.slice(i, i + 2);
    if (!dropped.has(name.toLowerCase())) kept.push(name, value);
  }
  request.rawHeaders = [...kept, CLIENT_ADDRESS_HEADER, address];
  for (const name of dropped) delete request.headers[name];
  request.headers[CLIENT_ADDRESS_HEADER] = address;
}
