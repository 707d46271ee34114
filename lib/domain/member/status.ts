/** Every standing that a member may have, in the order in which somebody comes and goes. */
export const statuses = [
  "invited",
  "applied",
  "training",
  "trial",
  "active",
  "paused",
  "left",
  "suspended",
] as const;

export type MemberStatus = (typeof statuses)[number];

/** Who is put questions: the confirmed, and the newcomer whose coach reads along. For SQL, `status = ANY(...)` of it. */
export const answeringStatuses = ["trial", "active"] as const satisfies readonly MemberStatus[];

/** Who has no place in the brand at all: his next request is a stranger's. */
export const goneStatuses = ["left", "suspended"] as const satisfies readonly MemberStatus[];

/** Who is on the way: he reads his course, or answers his first questions beside a coach. */
export const learningStatuses = ["training", "trial"] as const satisfies readonly MemberStatus[];

const includes = (list: readonly MemberStatus[], status: MemberStatus) => list.includes(status);

/** Whether questions may be put to him, and whether he may accept and answer them. */
export function mayAnswer(status: MemberStatus): boolean {
  return includes(answeringStatuses, status);
}

/** Whether his pages open: everybody but who left or is suspended. The paused may finish his chats. */
export function mayEnter(status: MemberStatus): boolean {
  return !includes(goneStatuses, status);
}

/** Whether his training still leads somewhere. */
export function isLearning(status: MemberStatus): boolean {
  return includes(learningStatuses, status);
}

/** Where training leads: forwards alone. From `training` at once to `active` is a manager who passes the trial, too. */
const trainingSteps: Partial<Record<MemberStatus, readonly MemberStatus[]>> = {
  training: ["trial", "active"],
  trial: ["active"],
};

/** Whether training leads from one status to another. */
export function trainingLeads(from: MemberStatus, to: MemberStatus): boolean {
  return trainingSteps[from]?.includes(to) ?? false;
}
