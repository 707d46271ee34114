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

/** The code of a failure: the refusal's own, or `INTERNAL` for what is no refusal but a fault of ours. */
export function errorCode(error: unknown): string {
  return error instanceof ApiError ? error.code : "INTERNAL";
}

/**
 * Whether a failure says nothing about the request itself, so that the same one may succeed later: nothing came back,
 * the server had a fault, or asked for patience.
 */
export function mayRetry(error: unknown): boolean {
  return ["OFFLINE", "INTERNAL", "REALTIME_DOWN", "RATE_LIMITED"].includes(errorCode(error));
}

/** Longer than any answer of ours takes; a network that died silently answers never. */
const TIMEOUT_MS = 20_000;

/** `fetch` that gives up in the end. */
export const patientFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS) });

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
  if (answer.ok) {
    // An answer that breaks off half-way is no answer.
    return (await answer.json().catch(() => {
      throw new ApiError("OFFLINE");
    })) as Exclude<T, { error: unknown }>;
  }
  const body = (await answer.json().catch(() => ({}))) as {
    error?: { code?: string; params?: Record<string, string | number> };
  };
  throw new ApiError(body.error?.code ?? "INTERNAL", body.error?.params);
}
