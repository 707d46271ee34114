import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { Id } from "@/lib/domain/schema";
import { forgetExpired } from "@/lib/server/account/forget-expired";
import { forgetUnsent } from "@/lib/server/attachment/forget-unsent";
import { removeFile } from "@/lib/server/attachment/storage";
import { awardBadges } from "@/lib/server/badge/award-badges";
import { recomputeBadges } from "@/lib/server/badge/recompute-badges";
import { endRemoved } from "@/lib/server/brand/end-removed";
import { now } from "@/lib/server/clock";
import { Mail } from "@/lib/server/mail/mail";
import { sendMail } from "@/lib/server/mail/send-mail";
import { eraseMembers } from "@/lib/server/member/erase-members";
import { forgetOrderNumbers } from "@/lib/server/ownership/forget-order-numbers";
import { PushJob, sendPush } from "@/lib/server/push/send-push";
import { askReturns } from "@/lib/server/recognition/ask-returns";
import { sendLetters } from "@/lib/server/recognition/send-letters";
import { forgetCandidates } from "@/lib/server/recruiting/forget-candidates";
import { runImport } from "@/lib/server/recruiting/run-import";
import { eraseIdleVisitors } from "@/lib/server/visitor/erase-idle-visitors";
import { eraseTraces } from "@/lib/server/visitor/erase-traces";

const AwardedMember = z.strictObject({ memberId: Id });
const JudgedBrand = z.strictObject({ brandId: Id });
const StartedImport = z.strictObject({ importId: Id });
const ErasedVisitor = z.strictObject({ visitorId: Id });
const RemovedFiles = z.strictObject({ keys: z.array(Id) });

/** Everything that may wait in the queue, by name. A payload is checked here, since jobs outlive deployments. */
export const tasks: TaskList = {
  "send-mail": async (payload, { job }) => {
    await sendMail({ mail: Mail.parse(payload), id: job.id, at: job.created_at });
  },
  "earn-badges": async (payload) => {
    await awardBadges(AwardedMember.parse(payload));
  },
  "recompute-badges": async (payload) => {
    await recomputeBadges(JudgedBrand.parse(payload));
  },
  "send-push": async (payload) => {
    await sendPush({ ...PushJob.parse(payload), now: now() });
  },
  "import-candidates": async (payload, { job }) => {
    const isLastAttempt = job.attempts >= job.max_attempts;
    await runImport({ ...StartedImport.parse(payload), isLastAttempt, now: now() });
  },
  "forget-candidates": async () => {
    await forgetCandidates({ now: now() });
  },
  "erase-traces": async (payload) => {
    await eraseTraces({ ...ErasedVisitor.parse(payload), now: now() });
  },
  "remove-files": async (payload) => {
    for (const key of RemovedFiles.parse(payload).keys) await removeFile(key);
  },
  "erase-idle-visitors": async () => {
    await eraseIdleVisitors({ now: now() });
  },
  "forget-expired": async () => {
    await forgetExpired({ now: now() });
  },
  "forget-unsent": async () => {
    await forgetUnsent({ now: now() });
  },
  "end-removed": async () => {
    await endRemoved({ now: now() });
  },
  "ask-returns": async () => {
    await askReturns({ now: now() });
  },
  "send-letters": async () => {
    await sendLetters({ now: now() });
  },
  "erase-members": async () => {
    await eraseMembers({ now: now() });
  },
  "forget-order-numbers": async () => {
    await forgetOrderNumbers({ now: now() });
  },
};

/** What runs by itself, in cron's words and UTC. */
export const crontab = [
  "7 * * * * forget-expired ?fill=1h",
  "20 3 * * * erase-idle-visitors ?fill=1d",
  "30 3 * * * forget-unsent ?fill=1d",
  "40 3 * * * end-removed ?fill=1d",
  "50 3 * * * forget-candidates ?fill=1d",
  "17 * * * * ask-returns ?fill=1h",
  "5,35 * * * * send-letters ?fill=1h",
  "45 3 * * * erase-members ?fill=1d",
  "50 3 * * * forget-order-numbers ?fill=1d",
].join("\n");
