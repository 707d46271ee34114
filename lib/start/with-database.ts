import pg from "pg";
import { findHolder, lockFolder } from "@/lib/start/folder-lock";
import { startPostgres } from "@/lib/start/postgres";
import { explainConnection } from "@/lib/start/prepare-database";
import { loadSecrets } from "@/lib/start/secrets";
import { postgresDirectory } from "@/lib/start/serve";

/**
 * Runs a command on the installation's database: the given address, or else the embedded one, started for the purpose
 * unless it runs already. `alone`: refuses with a `StartError` while a server uses the embedded database.
 */
export async function withDatabase<T>(
  { url, dataDir, alone = false }: { url: string | undefined; dataDir: string; alone?: boolean },
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (url) return work(url);
  const holder = alone ? undefined : await findHolder(dataDir);
  const lock = holder ? undefined : await lockFolder(dataDir);
  try {
    const { POSTGRES_PASSWORD: password } = await loadSecrets(dataDir);
    const directory = postgresDirectory(dataDir);
    const server = await startPostgres({ directory, password, borrow: holder !== undefined });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await lock?.release();
  }
}

/** Runs `work` on one connection of its own. Throws a `StartError` when the database cannot be reached. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "entraide command",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A connection that breaks is told by the statement that runs on it.
  client.on("error", () => undefined);
  try {
    await client.connect().catch((error: unknown) => {
      throw explainConnection(error);
    });
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
