import { randomBytes } from "node:crypto";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";

/** What a browser of this person sends with a request to the API: his session, from our own pages. */
export async function signedIn({ userId }: Pick<MemberActor, "userId">): Promise<Record<string, string>> {
  const sessionToken = randomBytes(24).toString("hex");
  await db().session.create({
    data: { userId, sessionToken, expires: new Date(Date.now() + 3_600_000) },
  });
  return {
    cookie: `next-auth.session-token=${sessionToken}`,
    origin: new URL(env().NEXTAUTH_URL).origin,
    "content-type": "application/json",
  };
}
