import { MIGRATIONS } from "@/lib/start/root";
import { StartError } from "@/lib/start/start-error";
import { migrate } from "@/prisma/migrate";

/** Failures to connect: Node's, and PostgreSQL's classes 08 (connection), 28 (account) and 3D (no such database). */
const UNREACHABLE = /^(ECONN|ENOTFOUND$|ETIMEDOUT$|EHOSTUNREACH$|ENETUNREACH$|EAI_|08|28|3D)/;

/**
 * Makes a database ready for the product: our migrations (those of another folder, when one is given), and the job
 * queue's own, which the statements that add jobs need before the first worker runs.
 *
 * @returns the names of our migrations applied now
 * @throws StartError when the database cannot be reached, MigrationError when it refuses a migration
 */
export async function prepareDatabase(
  databaseUrl: string,
  log?: (line: string) => void,
  migrationsDir = MIGRATIONS,
): Promise<{ applied: string[] }> {
  try {
    return await migrate({
      databaseUrl,
      migrationsDir,
      log,
      async finish() {
        const { Logger, runMigrations } = await import("graphile-worker");
        await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) });
      },
    });
  } catch (error) {
    throw explainConnection(error);
  }
}

/** A `StartError` that says what to do when `error` means that the database cannot be reached; else `error` itself. */
export function explainConnection(error: unknown): unknown {
  const { code = "", message } = error as { code?: string; message: string };
  if (!UNREACHABLE.test(code)) return error;
  return new StartError(
    `The database cannot be reached: ${message || code}. Check DATABASE_URL, and that the server runs.`,
  );
}
