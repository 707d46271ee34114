import { db } from "@/lib/server/database";

/** The services (google, github) that a person has connected. */
export async function listConnectedServices({ userId }: { userId: string }): Promise<string[]> {
  const accounts = await db().account.findMany({ where: { userId }, select: { provider: true } });
  return accounts.map(({ provider }) => provider);
}
