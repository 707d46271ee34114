import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const Route = z.object({ page: z.string(), regex: z.string() });
const Manifest = z.object({ staticRoutes: z.array(Route), dynamicRoutes: z.array(Route) });

/** What the log calls an address: its pattern, and whether it is asked for all the time. */
type Named = { route: string; often: boolean };

/** Files of pages, the realtime server's own API: many, and of no interest one by one. */
const OFTEN: [RegExp, string][] = [
  [/^\/_next\//, "/_next/*"],
  [/^\/apps\//, "/apps/*"],
  [/\.(js|css|map|svg|png|ico|woff2|txt|json|webmanifest)$/, "/*.file"],
];

/**
 * Names addresses by the pages of the build below `root`, so that ids and tokens in them are never logged; one that is
 * no page of ours is called `/*`. While developing there is no build to read.
 */
export async function pageRoutes(root: string, dev: boolean): Promise<(pathname: string) => Named> {
  const text = dev
    ? undefined
    : await readFile(path.join(root, ".next", "routes-manifest.json"), "utf8").catch(() => undefined);
  const manifest = text ? Manifest.parse(JSON.parse(text)) : { staticRoutes: [], dynamicRoutes: [] };
  const routes = [...manifest.staticRoutes, ...manifest.dynamicRoutes].map(({ page, regex }) => ({
    page,
    pattern: new RegExp(regex),
  }));
  return (pathname) => {
    const often = OFTEN.find(([pattern]) => pattern.test(pathname));
    if (often) return { route: often[1], often: true };
    return { route: routes.find(({ pattern }) => pattern.test(pathname))?.page ?? "/*", often: false };
  };
}
