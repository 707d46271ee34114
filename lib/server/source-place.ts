import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A file of our own bundle in a line of a stack: before it, its address, line and column, after it. */
const PLACE = /^(.*?)(file:\/\/\S+\/entraide\/[\w-]+\.mjs):(\d+):(\d+)(\)?)$/;

const maps = new Map<string, SourceMap | undefined>();

/**
 * A line of a stack as the sources have it, when it is about the server's bundle. Node would do it for every stack, but
 * holds the maps of all packages for it: here one is read at the first error that needs it.
 */
export function sourcePlace(frame: string): string {
  const [, before, url, line, column, after] = PLACE.exec(frame) ?? [];
  if (!url) return frame;
  const file = fileURLToPath(url);
  if (!maps.has(file)) maps.set(file, readMap(`${file}.map`));
  const entry = maps.get(file)?.findEntry(Number(line) - 1, Number(column) - 1);
  if (!entry || !("originalSource" in entry)) return frame;
  const source = path.resolve(path.dirname(file), entry.originalSource);
  return `${before}${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}${after}`;
}

function readMap(file: string): SourceMap | undefined {
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}
