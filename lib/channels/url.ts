/** Cuts a request's target at the first question mark. */
export function splitUrl(url: string): [path: string, query: string] {
  const cut = url.indexOf("?");
  return cut < 0 ? [url, ""] : [url.slice(0, cut), url.slice(cut + 1)];
}

/** Percent-decodes, or `undefined` when the text is not valid percent-encoded UTF-8. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
