import { plainAddress } from "@/lib/domain/account/address";
import { AppError } from "@/lib/domain/error";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { Mail } from "./mail";

/** A sign-in link is worth nothing after its hour; other mails are tried again for about three days. */
const attempts = {
  "sign-in": 9,
  "left-received": 25,
  "left-answer": 25,
  conversation: 25,
  invitation: 25,
  "application-confirm": 25,
  "application-known": 25,
  "application-accepted": 25,
  "application-declined": 25,
  "candidate-invitation": 25,
  "left-question": 25,
  // After some hours a reminder is of a delay that is over.
  "left-reminder": 9,
  "left-reply": 25,
  thanks: 25,
  "thanks-return": 25,
  letter: 25,
  numbers: 25,
} as const;

/**
 * Hands a mail to the job worker. With `tx` it becomes part of that transaction: rolled back, it is never sent.
 * `later` holds it back for so many seconds, under a key by which it can be taken back (`withdrawMail`).
 * INVALID_INPUT when `to` is anything but one plain address.
 */
export async function enqueueMail({
  tx = db(),
  later = null,
  ...mail
}: Mail & { tx?: Tx; later?: { key: string; seconds: number } | null }): Promise<void> {
  const to = plainAddress(mail.to);
  if (!to) throw new AppError("INVALID_INPUT", { field: "email", problem: "one e-mail address is expected" });
  const payload = JSON.stringify(Mail.parse({ ...mail, to }));
  await tx.$executeRaw`
    SELECT graphile_worker.add_job('send-mail', payload => ${payload}::json,
      max_attempts => ${attempts[mail.template]}::int, job_key => ${later?.key ?? null}::text,
      run_at => now() + make_interval(secs => ${later?.seconds ?? 0}::float8))`;
}

/** Takes a mail back that was held back under this key. Whether it had not left yet; one that is being sent just now has. */
export async function withdrawMail({ tx, key }: { tx: Tx; key: string }): Promise<boolean> {
  // A job that a worker holds is answered, too, but not removed; after four hours its worker counts as dead.
  const [row] = await tx.$queryRaw<{ isRemoved: boolean }[]>`
    SELECT (locked_at IS NULL OR locked_at < now() - interval '4 hours') AS "isRemoved"
    FROM graphile_worker.remove_job(${key}) WHERE id IS NOT NULL`;
  return row?.isRemoved ?? false;
}
