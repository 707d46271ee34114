import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/server/env";

/** The folder of all stored files below a data folder. */
export const STORAGE_FOLDER = "attachments";

/** Where a file lies: spread over 256 folders, since some file systems suffer from very full ones. */
function placeOf(key: string): string {
  if (!/^[0-9a-f]{32}$/.test(key)) throw new Error("not the key of a stored file");
  return path.join(env().DATA_DIR, STORAGE_FOLDER, key.slice(0, 2), key);
}

/** Keeps a file for good, or not at all; returns the key to find it by. */
export async function storeFile(bytes: Uint8Array): Promise<string> {
  const key = randomBytes(16).toString("hex");
  const place = placeOf(key);
  const half = `${place}.half`;
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  try {
    const file = await open(half, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, place);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  return key;
}

/** The file's bytes; null when there is none of that key. */
export async function loadFile(key: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(placeOf(key)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Removes a file; one that is gone already is fine. */
export async function removeFile(key: string): Promise<void> {
  await rm(placeOf(key), { force: true });
}
