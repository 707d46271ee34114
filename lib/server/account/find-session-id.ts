import { db } from "@/lib/server/database";

/** The id of a person's session with one of these tokens; null when none of them is his, or all have expired by `now`. */
export async function findSessionId({
  sessionTokens,
  userId,
  now,
}: {
  sessionTokens: readonly string[];
  userId: string;
  now: Date;
}): Promise<string | null> {
  const session = await db().session.findFirst({
    where: { sessionToken: { in: [...sessionTokens] }, userId, expires: { gt: now } },
    select: { id: true },
  });
  return session?.id ?? null;
}
