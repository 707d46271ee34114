import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { explain } from "@/lib/start/start-error";

/**
 * Runs `main` when the module at `moduleUrl` is the program itself and not imported by another.
 */
export function runCommand(moduleUrl: string, main: () => Promise<void>): void {
  if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl)) runMain(main);
}

/**
 * Runs the program. An error ends the process with status 1; one that the person can mend is told in its sentence alone.
 */
export function runMain(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exit(1);
  });
}
