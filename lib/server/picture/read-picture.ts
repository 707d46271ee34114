import { AppError } from "@/lib/domain/error";
import { loadFile } from "@/lib/server/attachment/storage";
import { db } from "@/lib/server/database";

/**
 * A member's picture by the key in its address, which nobody can guess. Only keys of pictures lead to a file: NOT_FOUND
 * for those of other files, and once it was replaced or taken away.
 */
export async function readPicture({ key }: { key: string }): Promise<Uint8Array<ArrayBuffer>> {
  const isPicture = (await db().member.count({ where: { pictureKey: key } })) > 0;
  const bytes = isPicture ? await loadFile(key) : null;
  if (!bytes) throw new AppError("NOT_FOUND");
  return bytes;
}
