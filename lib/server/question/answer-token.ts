import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/server/env";

/**
 * The token in the links that lead to a left question. Derived from the question's id by a secret of the installation,
 * so that two mails carry the same link and the database holds only its hash.
 */
export function answerToken(questionId: string): string {
  return createHmac("sha256", env().VISITOR_TOKEN_SECRET).update(`answer:${questionId}`).digest("base64url");
}

/** What is stored of a token: SHA-256 in hexadecimal. */
export function answerTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Where a mail program says that its reader wants no more mails about the question (RFC 8058). */
export function stopUrl(questionId: string): string {
  return `${env().NEXTAUTH_URL}/api/answers/${answerToken(questionId)}/mails/stop`;
}

/** What makes all mails about a question one thread; nobody can tell the link from it. The first mail is its root. */
export function mailThread(questionId: string, isRoot: boolean): { id: string; isRoot: boolean } {
  const id = createHmac("sha256", env().VISITOR_TOKEN_SECRET).update(`thread:${questionId}`).digest("hex");
  return { id: id.slice(0, 32), isRoot };
}

/** The address of a left question's page, for its mails. */
export function answerUrl(questionId: string): string {
  return `${env().NEXTAUTH_URL}/a/${answerToken(questionId)}`;
}
