import { attachmentKinds } from "@/lib/domain/chat/attachment";

/** What may be uploaded as a person's picture; told by content, never by name. */
export const pictureKinds = attachmentKinds.filter((kind) => kind !== "application/pdf");

/** Pictures are square; the largest avatar, 120 px, stays sharp on fine screens. */
export const pictureSide = 256;
