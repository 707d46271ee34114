import { z } from "zod";
import { db } from "@/lib/server/database";

const Sessions = z.array(z.object({ userId: z.string() }));

/** The user id of next-auth's session with this token; null when there is none, or it has expired by `now`. */
export async function findSessionUser({
  sessionToken,
  now,
}: {
  sessionToken: string;
  now: Date;
}): Promise<string | null> {
  const rows = await db().$queryRaw`
    SELECT user_id AS "userId" FROM sessions WHERE session_token = ${sessionToken} AND expires > ${now}`;
  return Sessions.parse(rows)[0]?.userId ?? null;
}
