import { db } from "@/lib/server/database";
import { findLeft } from "./find-left";

/** Whoever holds the link wants no more mails about the question, or wants them again. Twice is done already. */
export async function setMailsStopped({
  token,
  isStopped,
  now,
}: {
  token: string;
  isStopped: boolean;
  now: Date;
}): Promise<void> {
  const { id } = await findLeft({ token });
  await db().question.update({ where: { id }, data: { mailsStoppedAt: isStopped ? now : null } });
}
