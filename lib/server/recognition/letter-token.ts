import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/server/env";

export type LetterKind = "expert" | "manager";

function seal(memberId: string, kind: LetterKind): string {
  return createHmac("sha256", env().VISITOR_TOKEN_SECRET)
    .update(`letter:${kind}:${memberId}`)
    .digest("base64url");
}

/** Where a mail program says that its reader wants no more of these letters (RFC 8058). */
export function letterStopUrl(memberId: string, kind: LetterKind): string {
  return `${env().NEXTAUTH_URL}/api/letters/${kind}-${memberId}-${seal(memberId, kind)}/stop`;
}

/** Whose letters of which kind a token stops; null for one that we did not make. */
export function readLetterToken(token: string): { memberId: string; kind: LetterKind } | null {
  const [, kind, memberId = "", given = ""] =
    /^(expert|manager)-([0-9a-f]{32})-([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  if (kind !== "expert" && kind !== "manager") return null;
  const right = seal(memberId, kind);
  return timingSafeEqual(Buffer.from(given), Buffer.from(right)) ? { memberId, kind } : null;
}
