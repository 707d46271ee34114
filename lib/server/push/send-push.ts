import { createHash } from "node:crypto";
import webPush from "web-push";
import { z } from "zod";
import { isAppError } from "@/lib/domain/error";
import { PushNote } from "@/lib/domain/push/schema";
import { Id } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { isLookedAt } from "./is-looked-at";
import { postPush } from "./post-push";
import { type PushContent, pushContent } from "./push-content";
import { findPushReader } from "./push-reader";
import { vapidPublicKey, vapidSubject } from "./vapid";

/** One note for one browser, as a job carries it. */
export const PushJob = z.strictObject({ subscriptionId: Id, memberId: Id, note: PushNote });
type PushJob = z.infer<typeof PushJob>;

/** What cannot wait: an offer or an hour that is over is no news. */
const isOfTheMoment = ({ kind }: PushNote) => kind === "offers" || kind === "habit";

/**
 * Sends a note to a browser, sealed for it alone (RFC 8291) and signed by this installation (RFC 8292), if all of it still
 * holds: the subscription, the member's place, his wish, the news itself. In his quiet hours what can wait is put off to
 * their end. A browser that is gone is forgotten. Throws what is worth another try.
 */
export async function sendPush({
  subscriptionId,
  memberId,
  note,
  now,
}: PushJob & { now: Date }): Promise<void> {
  const subscription = await db().pushSubscription.findFirst({
    where: { id: subscriptionId, session: { expires: { gt: now } } },
  });
  if (!subscription) return;
  const reader = await findPushReader({ memberId, userId: subscription.userId }, now);
  if (!reader?.wants(note.kind)) return;
  if (reader.quietUntil) {
    if (!isOfTheMoment(note)) await putOff({ subscriptionId, memberId, note }, reader.quietUntil);
    return;
  }
  // An offer has its own rule: a screen that can be seen may be asleep.
  if (note.kind !== "offers" && (await isLookedAt(memberId, now))) return;
  const content = await pushContent(note, reader, now);
  if (!content) return;
  const { endpoint, p256dh, auth } = subscription;
  const status = await deliver({ endpoint, keys: { p256dh, auth } }, content).catch((error: unknown) => {
    if (isAppError(error)) return 404;
    throw error;
  });
  if (status >= 200 && status < 300) return;
  // Gone, never there, or made for another key than ours: it will never take a message again.
  if ([403, 404, 410].includes(status)) {
    await db().pushSubscription.deleteMany({ where: { id: subscriptionId, endpoint } });
    return;
  }
  if (status === 429 || status >= 500)
    throw Object.assign(new Error("push service"), { code: `PUSH_${status}` });
  log.warn({ status, service: new URL(endpoint).hostname }, "a push service refused a message");
}

async function putOff({ note, ...whom }: PushJob, until: Date): Promise<void> {
  const payload = JSON.stringify({ ...whom, note });
  await db().$executeRaw`
    SELECT graphile_worker.add_job('send-push', payload => ${payload}::json, run_at => ${until}::timestamptz,
      max_attempts => 12)`;
}

async function deliver(
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } },
  { message, ttlSeconds, urgency }: PushContent,
): Promise<number> {
  const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(message), {
    TTL: ttlSeconds,
    urgency,
    // At the push service, too, a newer message takes the place of an older one with the same subject.
    topic: createHash("sha256").update(message.tag).digest("base64url").slice(0, 32),
    contentEncoding: "aes128gcm",
    vapidDetails: {
      subject: vapidSubject(),
      publicKey: vapidPublicKey(),
      privateKey: env().VAPID_PRIVATE_KEY,
    },
  });
  return postPush({ endpoint: subscription.endpoint, headers: headers ?? {}, body });
}
