/** What may be attached: images, which are re-encoded, and PDF. Told by content, never by name. */
export const attachmentKinds = [
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/gif",
  "application/pdf",
] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

export const maxUploadBytes = 10_000_000;
