import type { MemberActor } from "@/lib/server/account/actor";
import { setHidden } from "./set-hidden";

/**
 * Takes a message's words from visitor and expert; staff still read them. Hiding again changes nothing. NOT_FOUND for a
 * message of another brand and for lines that nobody wrote.
 */
export async function hideMessage(action: {
  member: MemberActor;
  messageId: string;
  reason?: string;
  now: Date;
}): Promise<void> {
  await setHidden({ ...action, isHidden: true });
}
