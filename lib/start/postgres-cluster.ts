import { spawn } from "node:child_process";
import { chmod, chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import type { Account } from "@/lib/start/postgres-account";
import type { PostgresBinaries } from "@/lib/start/postgres-binaries";

/** The one account inside the embedded database. */
export const SUPERUSER = "entraide";

/** An empty folder that only the server's account may open. */
async function emptyFolder(folder: string, account: Account | undefined): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
}

/** Creates the cluster of the first start. Throws an `Error` with what `initdb` said. */
export async function initialiseCluster(
  { initdb }: PostgresBinaries,
  directory: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  // Whole or not at all: a cluster whose making was interrupted looks finished, and never starts.
  const half = `${directory}.half`;
  await emptyFolder(half, account);
  // Beside the data, owned by the account that must read it: the password is never in a shared folder.
  const passwordFile = `${directory}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  try {
    const child = spawn(
      initdb,
      [
        `--pgdata=${half}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // The same sorting and upper case on every machine, whatever locales it has.
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--no-instructions",
      ],
      { ...account, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, LC_ALL: "C" } },
    );
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    if (code !== 0) throw new Error(`PostgreSQL could not create its data directory: ${complaint.trim()}`);
    await rename(half, directory);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
