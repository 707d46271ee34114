/** An IPv4 address inside an IPv6 one (`::ffff:192.0.2.1`) as itself, anything else as it came. */
function unmapped(ip: string): string {
  return /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)?.[1] ?? ip;
}

/** Whether a socket's remote address is this machine itself: 127.0.0.0/8, ::1, or the first within the second. */
export function isLoopback(ip: string): boolean {
  return ip === "::1" || /^127(?:\.\d{1,3}){3}$/.test(unmapped(ip));
}

/**
 * What stands for a person's connection when requests are counted: an IPv4 address, or the /64 network of an IPv6
 * address, since everybody at home has a whole one and could use a new address for every request.
 */
export function networkOf(ip: string): string {
  const plain = unmapped(ip).replace(/%.*$/, "").toLowerCase();
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const last = tail === "" ? [] : tail.split(":");
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - last.length)).fill("0"), ...last);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

const local =
  /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)|^(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):|^::1$/;

/**
 * Whether an address says something of where somebody is. Private, shared and link-local ones (RFC 1918, 6598, 3927,
 * 4193) do not: behind a proxy that hides its clients, everybody has the same.
 */
export function isTellingAddress(ip: string): boolean {
  const plain = unmapped(ip).toLowerCase();
  return /^[0-9a-f.:%]+$/.test(plain) && /[.:]/.test(plain) && !local.test(plain);
}
