/**
 * What the loader keeps on the host's page, and only after the visitor has asked something: that he is known, whether
 * there is something to come back to, until when he is banned (for every page of the site), and that the panel was open (for a reload of this
 * tab). Blocked storage means that it forgets.
 */
export function createMemory(siteKey: string) {
  const name = `entraide:${siteKey}`;
  const touch = (storage: "localStorage" | "sessionStorage", value?: string): string | null => {
    try {
      if (value) window[storage].setItem(name, value);
      else if (value === "") window[storage].removeItem(name);
      return window[storage].getItem(name);
    } catch {
      // Forgotten at the next page.
      return null;
    }
  };
  return {
    name,
    recall: () => {
      const known = touch("localStorage");
      return {
        known: Boolean(known),
        running: known === "1",
        /** Epoch milliseconds; long ago when he is not. */
        banned: Number(known),
        opened: Boolean(touch("sessionStorage")),
      };
    },
    keep(known: boolean, running: boolean, opened: boolean, banned: number): void {
      touch("localStorage", running ? "1" : known ? `${banned}` : "");
      touch("sessionStorage", running && opened ? "1" : "");
    },
  };
}
