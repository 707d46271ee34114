import type { MemberActor } from "@/lib/server/account/actor";
import { setHidden } from "./set-hidden";

/**
 * Shows a hidden message again. One that is not hidden stays as it is. NOT_FOUND for a message of another brand and for
 * lines that nobody wrote.
 */
export async function restoreMessage(action: {
  member: MemberActor;
  messageId: string;
  reason?: string;
  now: Date;
}): Promise<void> {
  await setHidden({ ...action, isHidden: false });
}
