/**
 * What the loader keeps on the host's page, and only after the visitor has asked something: that there is something to
 * come back to (for every page of the site), and that the panel was open (for a reload of this tab). Blocked storage
 * means that it forgets.
 */
export function createMemory(siteKey: string) {
  const name = `entraide:${siteKey}`;
  const read = (storage: "localStorage" | "sessionStorage"): boolean => {
    try {
      return window[storage].getItem(name) === "1";
    } catch {
      return false;
    }
  };
  const write = (storage: "localStorage" | "sessionStorage", value: boolean): void => {
    try {
      if (value) window[storage].setItem(name, "1");
      else window[storage].removeItem(name);
    } catch {
      // Forgotten at the next page.
    }
  };
  return {
    name,
    isRunning: () => read("localStorage"),
    wasOpen: () => read("sessionStorage"),
    keep(running: boolean, opened: boolean): void {
      write("localStorage", running);
      write("sessionStorage", running && opened);
    },
  };
}
