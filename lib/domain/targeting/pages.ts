// Free of packages: the loader that runs on the host's page holds this file.

/** Path patterns of a site; `*` stands for any run of characters. */
export type SitePages = { include: string[]; exclude: string[] };

function matches(pattern: string, path: string): boolean {
  const source = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${source.join(".*")}$`).test(path);
}

/** Whether the button may show on this path: named by `include` and by no `exclude`. Trailing slashes do not count. */
export function showsOn(pages: SitePages, path: string): boolean {
  const clean = path.length > 1 ? path.replace(/\/+$/, "") || "/" : path;
  const isIn = (patterns: string[]) => patterns.some((pattern) => matches(pattern, clean));
  return isIn(pages.include) && !isIn(pages.exclude);
}
