import type { Context } from "hono";
import { z } from "zod";
import { maxUploadBytes } from "@/lib/domain/chat/attachment";
import { AppError } from "@/lib/domain/error";

/** A multipart form with one field, `file`. */
export const uploadBody = {
  content: {
    "multipart/form-data": {
      schema: z.object({ file: z.custom<File>().meta({ type: "string", format: "binary" }) }),
    },
  },
  required: true,
} as const;

export type Upload = { name: string; bytes: Uint8Array };

/**
 * The uploaded file, whole in memory: files are small. Refuses with FILE_TOO_LARGE by the declared length before
 * reading, and with INVALID_INPUT where there is no file.
 */
export async function uploadOf(c: Context): Promise<Upload> {
  const multipartOverhead = 10_000;
  if (Number(c.req.header("content-length") ?? 0) > maxUploadBytes + multipartOverhead) {
    throw new AppError("FILE_TOO_LARGE", { maxMegabytes: maxUploadBytes / 1_000_000 });
  }
  const { file } = await c.req.parseBody();
  if (!(file instanceof File))
    throw new AppError("INVALID_INPUT", { field: "file", problem: "a file is expected" });
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
