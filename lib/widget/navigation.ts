type Navigation = { addEventListener?(type: string, listener: () => void): void };

/** Calls `onChange` after each change of the page's address, without a reload too (single-page shops). */
export function watchAddress(onChange: () => void): void {
  let last = location.pathname;
  const check = () => {
    if (location.pathname === last) return;
    last = location.pathname;
    onChange();
  };
  const { navigation } = window as unknown as { navigation?: Navigation };
  if (navigation?.addEventListener) {
    navigation.addEventListener("currententrychange", check);
    return;
  }
  addEventListener("popstate", check);
  // Where browsers do not tell: the page's own call first, untouched, then ours.
  for (const method of ["pushState", "replaceState"] as const) {
    const original = history[method];
    history[method] = function (this: History, ...args: Parameters<History["pushState"]>) {
      original.apply(this, args);
      check();
    };
  }
}
