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
  return pages.include.some((p) => matches(p, clean)) && !pages.exclude.some((p) => matches(p, clean));
}
