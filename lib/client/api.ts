import { hc } from "hono/client";
import type { Api } from "@/lib/api/app";

/** A refusal of the API (or `OFFLINE` when it could not be reached), as screens handle it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/** The typed client of our API. `headers` are asked for at every request (a visitor's bearer token). */
export function apiClient(options: { origin?: string; headers?: () => Record<string, string> } = {}) {
  return hc<Api>(options.origin ?? "", { headers: options.headers });
}

/** The JSON of a successful answer. Throws ApiError for a refusal, and with code OFFLINE when nothing came back. */
export async function reply<T>(
  request: Promise<{ ok: boolean; status: number; json(): Promise<T> }>,
): Promise<Exclude<T, { error: unknown }>> {
  let answer: { ok: boolean; json(): Promise<T> };
  try {
    answer = await request;
  } catch {
    throw new ApiError("OFFLINE");
  }
  const body = (await answer.json().catch(() => ({}))) as {
    error?: { code?: string; params?: Record<string, string | number> };
  };
  if (!answer.ok) throw new ApiError(body.error?.code ?? "INTERNAL", body.error?.params);
  return body as Exclude<T, { error: unknown }>;
}
