import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { type AttachmentKind, attachmentKinds, maxUploadBytes } from "@/lib/domain/chat/attachment";
import { AppError } from "@/lib/domain/error";

/** The longer side of a picture, in pixels, after encoding. */
const longestSide = 2_000;
/** A picture that unpacks to more is a bomb, or nothing that a chat needs: phones take 50 million. */
const mostPixels = 60_000_000;
const mostSeconds = 15;

export type EncodedFile = {
  bytes: Uint8Array;
  mime: AttachmentKind;
  /** Null for what is not a picture. */
  width: number | null;
  height: number | null;
};

/**
 * What is kept of an upload. Pictures are told by their content, turned upright, made smaller and encoded anew, so that
 * neither metadata (place, camera) nor anything hidden in them survives; of a moving one the first frame stays. A PDF
 * stays as it is, and is never shown in place.
 *
 * FILE_TOO_LARGE, FILE_KIND_REFUSED; FILE_BROKEN when it cannot be read, or unpacks to too much.
 */
export async function encodeFile(bytes: Uint8Array): Promise<EncodedFile> {
  if (bytes.byteLength > maxUploadBytes) {
    throw new AppError("FILE_TOO_LARGE", { maxMegabytes: maxUploadBytes / 1_000_000 });
  }
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const kind = attachmentKinds.find((allowed) => allowed === found?.mime);
  if (!kind) throw new AppError("FILE_KIND_REFUSED");
  return kind === "application/pdf"
    ? { bytes, mime: kind, width: null, height: null }
    : encodeImage(bytes, kind);
}

type ImageKind = Exclude<AttachmentKind, "application/pdf">;

async function encodeImage(bytes: Uint8Array, kind: ImageKind): Promise<EncodedFile> {
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
    .timeout({ seconds: mostSeconds })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true });
  // A drawing stays sharp as PNG; a GIF's few colours and transparency too.
  const mime = kind === "image/gif" ? "image/png" : kind;
  const encoded =
    mime === "image/png"
      ? picture.png({ compressionLevel: 8 })
      : mime === "image/webp"
        ? picture.webp({ quality: 82 })
        : picture.jpeg({ quality: 82 });
  try {
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, mime, width: info.width, height: info.height };
  } catch {
    throw new AppError("FILE_BROKEN");
  }
}
