import { randomBytes } from "node:crypto";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";

/** As long as next-auth's own. */
const sessionSeconds = 30 * 24 * 3600;

export type Session = { sessionToken: string; expires: Date };

/** A session like next-auth's own, for somebody who has proved who he is; the caller sets its cookie. */
export async function startSession({
  tx,
  userId,
  now,
}: {
  tx: Tx;
  userId: string;
  now: Date;
}): Promise<Session> {
  const sessionToken = randomBytes(32).toString("base64url");
  const expires = later(now, sessionSeconds);
  await tx.session.create({ data: { sessionToken, userId, expires } });
  return { sessionToken, expires };
}
