import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/server/env";

/** An address works for this long at least, and for half as long again at most. */
const leastSeconds = 3600;

function signatureOf(attachmentId: string, expires: number): string {
  return createHmac("sha256", env().ATTACHMENT_SECRET).update(`${attachmentId}:${expires}`).digest("hex");
}

/**
 * The address of an attachment, relative to the product's origin. It is the same for half an hour, so that a browser
 * that gets the message again does not fetch the picture again.
 */
export function signAddress({ attachmentId, now }: { attachmentId: string; now: Date }): string {
  const step = leastSeconds / 2;
  const expires = (Math.floor(now.getTime() / 1000 / step) + 1) * step + leastSeconds;
  return `/api/attachments/${attachmentId}?expires=${expires}&signature=${signatureOf(attachmentId, expires)}`;
}

/** Whether the address was signed here and still works. Compares in constant time. */
export function isSigned({
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
}): boolean {
  const expected = Buffer.from(signatureOf(attachmentId, expires));
  const given = Buffer.from(signature);
  return (
    expires * 1000 > now.getTime() && given.length === expected.length && timingSafeEqual(given, expected)
  );
}
