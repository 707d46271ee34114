import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type RunningPostgres, startPostgres } from "@/lib/start/postgres";

/**
 * A PostgreSQL server in a temporary folder, gone with its data at `stop()`. Commits are not written through
 * to the disk: for tests and for looking at migrations, nothing else.
 */
export async function temporaryPostgres(): Promise<RunningPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), "entraide-postgres-"));
  // As root the server runs under another account, which must be able to pass.
  await chmod(folder, 0o711);
  const password = randomBytes(24).toString("base64url");
  const server = await startPostgres({ directory: path.join(folder, "data"), password, throwaway: true });
  // The server's own hook, added before this one, ends it first.
  const removeAtOnce = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeAtOnce);
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
      process.off("exit", removeAtOnce);
    },
  };
}
