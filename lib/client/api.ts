import { hc } from "hono/client";
import type { Api } from "@/lib/api/app";
import { ApiError, errorCode, patientFetch, reply } from "./api-error";

/** The typed client of our API. `headers` are asked for at every request (a visitor's bearer token). */
export function apiClient(options: { origin?: string; headers?: () => Record<string, string> } = {}) {
  return hc<Api>(options.origin ?? "", { headers: options.headers, fetch: patientFetch });
}

// The panel takes these from their own file, because it may not carry Hono's client.
export { ApiError, errorCode, reply };
