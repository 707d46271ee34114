import { z } from "zod";
import { rowsOf } from "@/lib/server/database";

const Row = z.object({ userId: z.string() });

/** The user id of next-auth's session with this token; null when there is none, or it has expired by `now`. */
export async function findSessionUser({
  sessionToken,
  now,
}: {
  sessionToken: string;
  now: Date;
}): Promise<string | null> {
  const statement = {
    name: "find-session-user",
    text: `SELECT user_id AS "userId" FROM sessions WHERE session_token = $1 AND expires > $2`,
    values: [sessionToken, now],
  };
  const [session] = await rowsOf(statement, Row);
  return session?.userId ?? null;
}
