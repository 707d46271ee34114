/** What was begun and not sent, kept in this tab across a reload. */
export function readDraft(storage: Storage | null, key: string): string {
  try {
    return storage?.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a draft; an empty one is forgotten. Where storage is blocked or full, the page alone keeps it. */
export function keepDraft(storage: Storage | null, key: string, text: string): void {
  try {
    if (text === "") storage?.removeItem(key);
    else storage?.setItem(key, text);
  } catch {
    // Nothing that the writer could mend.
  }
}
