import { createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/server/env";

/** A new secret for an invitation's link. Only its hash is stored. */
export function newInvitationToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of the token in a link, in hexadecimal. */
export function invitationTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The address of the page where an invitation is accepted. */
export function invitationUrl(token: string): string {
  return new URL(`/invitation?token=${token}`, env().NEXTAUTH_URL).href;
}
