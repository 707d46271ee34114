/** A JSON object, as opposed to an array, `null` or a plain value. */
export type JsonObject = { readonly [name: string]: unknown };

/** Whether a parsed JSON value is an object that is no array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses JSON that must be an object; `undefined` for everything else. */
export function parseJsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
