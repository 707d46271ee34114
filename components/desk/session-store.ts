/** What this tab remembers across a reload; null where the browser refuses storage. */
export function sessionStore(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
