import { AppError } from "@/lib/domain/error";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { isSigned } from "./sign-address";
import { loadFile } from "./storage";

/**
 * A file by its signed address. NOT_FOUND when the signature is not ours, has expired, or the file is gone. `isImage`:
 * we encoded it ourselves, so it may be shown in place.
 */
export async function readAttachment({
  attachmentId,
  expires,
  signature,
  now,
}: {
  attachmentId: string;
  /** In seconds since 1970. */
  expires: number;
  signature: string;
  now: Date;
}): Promise<{ bytes: Uint8Array<ArrayBuffer>; mime: string; name: string; isImage: boolean }> {
  if (!isSigned({ attachmentId, expires, signature, now })) throw new AppError("NOT_FOUND");
  const attachment = await db().attachment.findUnique({
    where: { id: attachmentId },
    select: { storageKey: true, mime: true, name: true },
  });
  const bytes = attachment && (await loadFile(attachment.storageKey));
  if (!attachment || !bytes) {
    if (attachment) log.error({ attachmentId }, "a stored file is missing");
    throw new AppError("NOT_FOUND");
  }
  const { mime, name } = attachment;
  return { bytes, mime, name, isImage: mime.startsWith("image/") };
}
