import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/server/env";

/**
 * The token in the link of the one mail that asks whether it still helps. Derived from the rating's id by a secret of
 * the installation; the database holds only its hash.
 */
export function returnToken(ratingId: string): string {
  return createHmac("sha256", env().VISITOR_TOKEN_SECRET).update(`return:${ratingId}`).digest("base64url");
}

/** What is stored of a token: SHA-256 in hexadecimal. */
export function returnTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function returnUrl(ratingId: string): string {
  return `${env().NEXTAUTH_URL}/lasting/${returnToken(ratingId)}`;
}

/** Where a mail program says that its reader wants no such mails (RFC 8058). */
export function returnStopUrl(ratingId: string): string {
  return `${env().NEXTAUTH_URL}/api/returns/${returnToken(ratingId)}/stop`;
}
