import { existsSync } from "node:fs";

/**
 * `npm start`: runs what `npm run build` made of start.ts; see bundle-server.ts.
 */
const program = new URL("../../.next/entraide/start.mjs", import.meta.url);
if (!existsSync(program)) {
  process.stderr.write("\nThere is no build yet. Run `npm run build` first.\n");
  process.exit(1);
}
await import(program.href);
