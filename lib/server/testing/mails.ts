import { z } from "zod";
import { db } from "@/lib/server/database";
import { Mail } from "@/lib/server/mail/mail";

const Jobs = z.array(z.object({ payload: Mail }));

/** The mails that wait to be sent, oldest first. */
export async function mailsInQueue(): Promise<Mail[]> {
  const rows = await db().$queryRaw`
    SELECT payload FROM graphile_worker._private_jobs WHERE payload->>'template' IS NOT NULL ORDER BY id`;
  return Jobs.parse(rows).map(({ payload }) => payload);
}
