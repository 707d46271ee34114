import { lookup as lookupName } from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { env } from "@/lib/server/env";
import { checkEndpoint } from "./check-endpoint";
import { isPublicAddress } from "./public-address";

/** All of a call ends within it: one that goes on drop by drop would hold up every other job. */
const usualDeadlineMs = 10_000;

/**
 * Resolves a name for the very connection that is made, and refuses it when any of its addresses is none of the public
 * internet: a name that answers differently the second time finds no gap.
 */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookupName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(Object.assign(new Error("not a public address"), { code: "EPRIVATE" }), "", 0);
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

/**
 * Hands a sealed message to a push service; answers its status. Redirects are not followed, and what it says is not read.
 * Throws when it cannot be reached in time, and INVALID_INPUT for an address that we do not call.
 */
export async function postPush({
  endpoint,
  headers,
  body,
  deadlineMs = usualDeadlineMs,
}: {
  endpoint: string;
  headers: Record<string, string | number>;
  body: Buffer;
  deadlineMs?: number;
}): Promise<number> {
  const url = checkEndpoint(endpoint);
  const { request } = url.protocol === "https:" ? https : http;
  const signal = AbortSignal.timeout(deadlineMs);
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method: "POST",
      headers,
      signal,
      ...(env().PUSH_LOCAL ? {} : { lookup: publicLookup }),
    });
    call.on("response", (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    call.on("error", (error) =>
      reject(signal.aborted ? Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" }) : error),
    );
    call.end(body);
  });
}
