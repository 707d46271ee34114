import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Receives the stored files of a backup beside their place. `publish` moves them there at once, in place of an empty
 * folder; `forget` leaves no trace, also after `publish`.
 */
export function fileLoader(folder: string) {
  const aside = `${folder}.restoring`;
  let isPublished = false;
  let count = 0;
  return {
    /** What an interrupted restore has left is nobody's. */
    async begin(): Promise<void> {
      await rm(aside, { recursive: true, force: true });
      await mkdir(aside, { recursive: true, mode: 0o700 });
    },
    /** @param place where it lies below the folder, with slashes */
    async take(place: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
      const file = path.join(aside, ...place.split("/"));
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(file, "wx", 0o600);
      try {
        for await (const chunk of bytes) await handle.writeFile(chunk);
        await handle.sync();
      } finally {
        await handle.close();
      }
      count += 1;
    },
    async publish(): Promise<void> {
      await rm(folder, { recursive: true, force: true });
      await rename(aside, folder);
      isPublished = true;
    },
    async forget(): Promise<void> {
      await rm(isPublished ? folder : aside, { recursive: true, force: true });
    },
    count: () => count,
  };
}
