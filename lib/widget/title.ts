let text: ChildNode | null | undefined;
let own: string | null = "";
let marked = "";

/**
 * Puts the number of unread messages before the page's title while its tab is hidden, and takes it away again: the
 * page's own words come back to the letter, unless the page has written others meanwhile.
 */
export function markTitle(unread: number): void {
  if (text?.nodeValue === marked) text.nodeValue = own;
  text = document.hidden && unread > 0 ? document.head.querySelector("title")?.firstChild : null;
  if (!text) return;
  own = text.nodeValue;
  marked = `(${unread}) ${own}`;
  text.nodeValue = marked;
}
