import type { AttachmentView } from "@/lib/domain/chat/view";
import { signAddress } from "./sign-address";

type AttachmentRow = {
  id: string;
  name: string;
  mime: string;
  byteSize: number;
  width: number | null;
  height: number | null;
};

/** An attachment as both sides of its chat see it, with an address that works for a while from `now`. */
export function attachmentView(row: AttachmentRow, now: Date): AttachmentView {
  const { id, name, mime, byteSize, width, height } = row;
  return { id, name, mime, byteSize, width, height, url: signAddress({ attachmentId: id, now }) };
}
