import { Logger, runMigrations } from "graphile-worker";
import { migrate } from "@/prisma/migrate";

/**
 * Makes a database ready for the product: our migrations, and the job queue's own, which the statements that
 * add jobs need before the first worker runs.
 *
 * @returns the names of our migrations applied now
 */
export async function prepareDatabase(
  databaseUrl: string,
  log?: (line: string) => void,
): Promise<{ applied: string[] }> {
  const logger = new Logger(() => () => undefined);
  return migrate({
    databaseUrl,
    log,
    finish: () => runMigrations({ connectionString: databaseUrl, logger }),
  });
}
