/**
 * What the loader keeps on the host's page, and only after the visitor has asked something: that there is something to
 * come back to (for every page of the site), and that the panel was open (for a reload of this tab). Blocked storage
 * means that it forgets.
 */
export function createMemory(siteKey: string) {
  const name = `entraide:${siteKey}`;
  const read = (storage: () => Storage): boolean => {
    try {
      return storage().getItem(name) === "1";
    } catch {
      return false;
    }
  };
  const write = (storage: () => Storage, value: boolean): void => {
    try {
      if (value) storage().setItem(name, "1");
      else storage().removeItem(name);
    } catch {
      // Forgotten at the next page.
    }
  };
  const shared = () => localStorage;
  const tab = () => sessionStorage;
  return {
    name,
    isRunning: () => read(shared),
    setRunning: (value: boolean) => write(shared, value),
    wasOpen: () => read(tab),
    setOpen: (value: boolean) => write(tab, value),
  };
}
