import type { Http } from "@/e2e/bench/worker/http";
import type { PeopleRecord } from "@/e2e/chaos/people/record";
import { ApiError } from "@/lib/client/api-error";

/** Calls the API as one person. Throws `ApiError` as the product's own clients do. */
export type Call = <T>(method: "GET" | "POST" | "PUT", path: string, json?: unknown) => Promise<T>;

/** Requests as one person, known by his headers; those that come to nothing are counted. */
export function createCaller(
  http: Http,
  headers: Readonly<Record<string, string>>,
  record: PeopleRecord,
): Call {
  return async <T>(method: "GET" | "POST" | "PUT", path: string, json?: unknown) => {
    const { status, body } = await http.send({ method, path: `/api${path}`, headers, json });
    if (status === 200) return JSON.parse(body) as T;
    if (status === 0 || status >= 500) record.failures++;
    if (status === 0) throw new ApiError("OFFLINE");
    throw new ApiError(codeOf(body));
  };
}

function codeOf(body: string): string {
  try {
    return (JSON.parse(body) as { error?: { code?: string } }).error?.code ?? "INTERNAL";
  } catch {
    return "INTERNAL";
  }
}

/** A number of milliseconds between two, by chance. */
export const between = (from: number, to: number) => from + Math.random() * (to - from);
