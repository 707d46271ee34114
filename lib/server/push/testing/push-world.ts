import { z } from "zod";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { PushJob, sendPush } from "@/lib/server/push/send-push";
import { subscribeDevice } from "@/lib/server/push/subscribe-device";
import { morning } from "@/lib/server/testing/world";
import type { startPushService } from "./push-service";

type PushService = Awaited<ReturnType<typeof startPushService>>;

/** Lets a device of a member be sent messages, in a session of a day. */
export async function subscribe(service: PushService, member: MemberActor, device = "phone") {
  const session = await db().session.create({
    data: { userId: member.userId, sessionToken: `${device} ${member.id}`, expires: later(morning, 86_400) },
  });
  const input = service.subscription(device);
  await subscribeDevice({ userId: member.userId, sessionId: session.id, input, now: morning });
}

const Waiting = z.array(z.object({ payload: PushJob, isLater: z.boolean(), run_at: z.date() }));

/** The messages that wait to be sent, in their order. */
export async function waiting() {
  return Waiting.parse(
    await db().$queryRaw`
      SELECT payload, run_at, run_at > now() AS "isLater" FROM graphile_worker._private_jobs
      WHERE payload->>'subscriptionId' IS NOT NULL ORDER BY id`,
  );
}

/** Sends all that waits, as the job worker does when its time has come. */
export async function sendWaiting(now: Date) {
  const jobs = await waiting();
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  for (const { payload } of jobs) await sendPush({ ...payload, now });
}
