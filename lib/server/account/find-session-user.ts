import { db } from "@/lib/server/database";

/** The user id of next-auth's session with this token; null when there is none, or it has expired by `now`. */
export async function findSessionUser({
  sessionToken,
  now,
}: {
  sessionToken: string;
  now: Date;
}): Promise<string | null> {
  const session = await db().session.findFirst({
    where: { sessionToken, expires: { gt: now } },
    select: { userId: true },
  });
  return session?.userId ?? null;
}
