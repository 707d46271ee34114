import type { AttachmentKind } from "./attachment";

const extensions: Record<AttachmentKind, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  "application/pdf": "pdf",
};

const longestStem = 80;

/**
 * A name to show and to save a file under, made of the one its sender's computer gave: its last part without path, signs
 * that control or reorder text, or that file systems refuse; with the ending of what the file really is.
 */
export function fileNameOf(given: string, kind: AttachmentKind): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]+/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const short = [...stem].slice(0, longestStem).join("").trim();
  return `${short || (kind === "application/pdf" ? "document" : "image")}.${extensions[kind]}`;
}
