/**
 * The navigation item that a page belongs to: the one whose address is the page's or the longest beginning of it.
 * `undefined` when none is.
 */
export function currentItem(pathname: string, hrefs: readonly string[]): string | undefined {
  return hrefs
    .filter((href) => pathname === href || pathname.startsWith(href.endsWith("/") ? href : `${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
