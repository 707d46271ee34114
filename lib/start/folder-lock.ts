import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { commandLine, isAlive } from "@/lib/start/process-info";
import { StartError } from "@/lib/start/start-error";

/** Who holds a folder: written into `<folder>/running.json`. */
export type Holder = { pid: number; address: string | undefined };

export type FolderLock = {
  /** Tells later starters where this one answers. */
  announce(address: string): Promise<void>;
  release(): Promise<void>;
};

const NAME = "running.json";

/** The living process that holds the folder, or `undefined`. */
export async function findHolder(folder: string): Promise<Holder | undefined> {
  const holder = await read(path.join(folder, NAME));
  // A container's processes get the same numbers at each start: our own number is a leftover.
  if (!holder || holder.pid === process.pid || !isAlive(holder.pid)) return undefined;
  const command = await commandLine(holder.pid);
  return command === undefined || /node|tsx|bun/.test(command) ? holder : undefined;
}

/** Creates the folder of an installation's data. Root's embedded database runs under another account, which passes through it. */
export async function createDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/**
 * Takes the folder for this process: its embedded database belongs to one process at a time.
 * Throws a `StartError` that names the holder's address when somebody living has it. What a dead process left is
 * moved away first, and looked at again, so that two starters never both believe they hold it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = path.join(folder, NAME);
  await createDataFolder(folder);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await create(file)) return lockOn(file);
    const before = await read(file);
    const holder = await findHolder(folder);
    if (holder) throw refusal(folder, holder);
    const aside = `${file}.${process.pid}`;
    await rename(file, aside).catch(() => undefined);
    const moved = await read(aside);
    await rm(aside, { force: true });
    // Another starter's fresh file came in between: it has the folder, and gets its file back.
    if (moved && moved.pid !== before?.pid && isAlive(moved.pid)) {
      await create(file, moved);
      throw refusal(folder, moved);
    }
  }
  throw new StartError(`Several processes are starting in ${folder} at this moment. Try again.`);
}

function refusal(folder: string, { pid, address }: Holder): StartError {
  const place = path.relative(process.cwd(), folder) || folder;
  const where = address ? ` at ${address}` : "";
  return new StartError(
    `Entraide is already running in this folder${where} (process ${pid}, data in ${place}). Stop it first, or give this one another folder with DATA_DIR.`,
  );
}

function lockOn(file: string): FolderLock {
  return {
    async announce(address) {
      const fresh = `${file}.${process.pid}`;
      const handle = await open(fresh, "w");
      await handle.writeFile(JSON.stringify({ pid: process.pid, address }));
      await handle.close();
      await rename(fresh, file);
    },
    async release() {
      if ((await read(file))?.pid === process.pid) await rm(file, { force: true });
    },
  };
}

async function create(
  file: string,
  holder: Holder = { pid: process.pid, address: undefined },
): Promise<boolean> {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(JSON.stringify(holder));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function read(file: string): Promise<Holder | undefined> {
  try {
    const { pid, address } = JSON.parse(await readFile(file, "utf8")) as Partial<Holder>;
    return typeof pid === "number" ? { pid, address } : undefined;
  } catch {
    return undefined;
  }
}
