/** Not every browser tells of a page's navigations, and its own calls stay its own: the address is looked at. */
const LOOK_MS = 400;

/** Calls `onChange` after each change of the page's path, without a reload too (single-page shops). */
export function watchAddress(onChange: () => void): void {
  let last = location.pathname;
  setInterval(() => {
    if (location.pathname === last) return;
    last = location.pathname;
    onChange();
  }, LOOK_MS);
}
