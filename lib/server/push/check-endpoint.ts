import { isIP } from "node:net";
import { AppError } from "@/lib/domain/error";
import { env } from "@/lib/server/env";
import { isPublicAddress } from "./public-address";

/**
 * The address of a push service as we may call it: https on its usual port, without a name and password in it, not an
 * address of a private network in whatever notation (URL writes decimal and hex forms as plain ones). Names are looked at
 * again when they are resolved, at every call. INVALID_INPUT otherwise. PUSH_LOCAL lets tests use their own.
 */
export function checkEndpoint(endpoint: string): URL {
  const refuse = (problem: string) => new AppError("INVALID_INPUT", { field: "endpoint", problem });
  if (!URL.canParse(endpoint)) throw refuse("an address is expected");
  const url = new URL(endpoint);
  if (url.username || url.password || url.hash) throw refuse("a plain address is expected");
  if (env().PUSH_LOCAL) return url;
  if (url.protocol !== "https:" || url.port !== "") throw refuse("an https address is expected");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isName = isIP(host) === 0;
  const isLocalName =
    isName && (!host.includes(".") || /\.(?:localhost|local|internal|home\.arpa)\.?$/i.test(host));
  if (isLocalName || (!isName && !isPublicAddress(host)))
    throw refuse("an address of the public internet is expected");
  return url;
}
