/**
 * Where to go after signing in: a path of ours out of what an address carried, "/" for anything else. Accepts
 * no other host in any spelling that browsers understand (`//host`, `/\host`, a tab within).
 */
export function returnPath(value: unknown): string {
  if (typeof value !== "string" || value.length > 1000) return "/";
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value) ? value : "/";
}
