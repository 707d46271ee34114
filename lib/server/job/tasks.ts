import type { TaskList } from "graphile-worker";
import { forgetExpired } from "@/lib/server/account/forget-expired";
import { now } from "@/lib/server/clock";
import { Mail } from "@/lib/server/mail/mail";
import { sendMail } from "@/lib/server/mail/send-mail";

/** Everything that may wait in the queue, by name. A payload is checked here, since jobs outlive deployments. */
export const tasks: TaskList = {
  "send-mail": async (payload, { job }) => {
    await sendMail({ mail: Mail.parse(payload), id: job.id, at: job.created_at });
  },
  "forget-expired": async () => {
    await forgetExpired({ now: now() });
  },
};

/** What runs by itself, in cron's words and UTC. */
export const crontab = "7 * * * * forget-expired ?fill=1h";
