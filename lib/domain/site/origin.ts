/** What was put right in a typed address, for the sentence that says so. */
export type Mend = "scheme" | "path" | "port" | "case" | "accents" | "dot";

/** Why an address cannot be taken. */
export type OriginProblem =
  | "empty"
  | "wildcard"
  | "insecure"
  | "scheme"
  | "sign-in"
  | "incomplete"
  | "invalid";

export type ReadOrigin =
  | { origin: string; mended: Mend[]; problem?: never }
  | { problem: OriginProblem; origin?: never; mended?: never };

const MOST = 300;

/** Names that a browser resolves to the machine it runs on; there, http is as safe as https. */
function isThisMachine(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "127.0.0.1" || host === "[::1]";
}

/** `//shop`, `https:/shop` and `shop` alone become addresses; null for a scheme that is no web page's. */
function withScheme(text: string): { address: string; added: boolean } | null {
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*):\/+(.*)$/is.exec(text) ?? [];
  if (scheme !== undefined) {
    return /^https?$/i.test(scheme) ? { address: `${scheme}://${rest}`, added: false } : null;
  }
  // `mailto:a@b` and `javascript:…`, but not `localhost:3000`.
  if (/^[a-z][a-z0-9+-]*:(?!\d)/i.test(text)) return null;
  const host = text.replace(/^\/+/, "");
  const name = /^(\[[^\]]*\]|[^/:?#]*)/.exec(host)?.[0].toLowerCase() ?? "";
  return { address: `${isThisMachine(name) ? "http" : "https"}://${host}`, added: true };
}

/**
 * Reads the address of a web site as a person types it and gives its origin, as browsers send it in `Origin` (RFC 6454:
 * scheme, host in ASCII, port unless the scheme's own), with what was put right on the way. `http` is for the own machine
 * alone. There is no wildcard: whoever could put a page below the same name could carry the widget.
 */
export function readOrigin(typed: string): ReadOrigin {
  const text = typed.trim();
  if (text === "") return { problem: "empty" };
  if (text.includes("*")) return { problem: "wildcard" };
  if (text.length > MOST || /[\s\\]/.test(text)) return { problem: "invalid" };
  const given = withScheme(text);
  if (!given) return { problem: "scheme" };
  if (!URL.canParse(given.address)) return { problem: "invalid" };
  const url = new URL(given.address);
  if (url.username !== "" || url.password !== "") return { problem: "sign-in" };
  const host = url.hostname.replace(/\.$/, "");
  if (host === "" || url.port === "0") return { problem: "invalid" };
  if (!host.includes(".") && !isThisMachine(host) && given.added) return { problem: "incomplete" };
  if (url.protocol === "http:" && !isThisMachine(host)) return { problem: "insecure" };
  const origin = `${url.protocol}//${host}${url.port === "" ? "" : `:${url.port}`}`;
  return { origin, mended: mendsOf(given, url) };
}

function mendsOf({ address, added }: { address: string; added: boolean }, url: URL): Mend[] {
  const [, scheme = "", place = ""] = /^(\w+):\/\/([^/?#]*)/.exec(address) ?? [];
  const typedHost = place.replace(/:\d*$/, "");
  const typedPort = /:(\d*)$/.exec(place)?.[1];
  // What lies behind a lone slash is nothing.
  const hasPath = url.pathname !== "/" || url.search !== "" || url.hash !== "";
  const isAscii = /^[\x21-\x7e]*$/.test(typedHost);
  const mends: (Mend | false)[] = [
    added && "scheme",
    hasPath && "path",
    typedPort !== undefined && typedPort !== url.port && "port",
    isAscii && (typedHost !== typedHost.toLowerCase() || scheme !== scheme.toLowerCase()) && "case",
    !isAscii && "accents",
    typedHost.endsWith(".") && "dot",
  ];
  return mends.filter((mend) => mend !== false);
}
