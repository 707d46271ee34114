import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { maxUploadBytes } from "@/lib/domain/chat/attachment";
import { AppError } from "@/lib/domain/error";
import { pictureKinds, pictureSide } from "@/lib/domain/member/picture";

/** A picture that unpacks to more is a bomb: phones take 50 million. */
const mostPixels = 60_000_000;
const mostSeconds = 15;

/**
 * A person's picture out of an upload: told by its content, turned upright, cut to a square around what draws the eye,
 * encoded anew as WebP, so that neither metadata (place, camera) nor anything hidden survives.
 *
 * FILE_TOO_LARGE, FILE_KIND_REFUSED; FILE_BROKEN when it cannot be read, or unpacks to too much.
 */
export async function encodePicture(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.byteLength > maxUploadBytes)
    throw new AppError("FILE_TOO_LARGE", { maxMegabytes: maxUploadBytes / 1_000_000 });
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!pictureKinds.some((kind) => kind === found?.mime)) throw new AppError("PICTURE_KIND_REFUSED");
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
      .timeout({ seconds: mostSeconds })
      .autoOrient()
      .resize({ width: pictureSide, height: pictureSide, fit: "cover", position: "attention" })
      .webp({ quality: 84 })
      .toBuffer();
  } catch {
    throw new AppError("FILE_BROKEN");
  }
}
