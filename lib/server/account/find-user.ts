import { db } from "@/lib/server/database";

export type UserView = { id: string; name: string; email: string };

/** A person's own name and address, for his own eyes; null when the user is gone. */
export async function findUser({ userId }: { userId: string }): Promise<UserView | null> {
  const user = await db().user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, email: true },
  });
  return user && { ...user, name: user.name ?? user.email };
}
