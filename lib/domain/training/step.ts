import type { MemberStatus } from "@/lib/domain/member/status";

/** What a newcomer goes through, in its order. The design shows course and practice as one: the training chat. */
export const steps = ["course", "practice", "quiz", "trial"] as const;
export type Step = (typeof steps)[number];

/** What a learner does alone, before he answers anybody. */
export const ownSteps = ["course", "practice", "quiz"] as const satisfies readonly Step[];

/**
 * Where somebody's training stands: the status that his steps and his coach give. Forwards alone: who is past training
 * stays so. Without a coach nobody is on trial, since nobody would read along.
 */
export function statusAfter(status: MemberStatus, done: ReadonlySet<Step>, hasCoach: boolean): MemberStatus {
  if (status !== "training" && status !== "trial") return status;
  if (done.has("trial")) return "active";
  if (status === "trial") return "trial";
  return hasCoach && ownSteps.every((step) => done.has(step)) ? "trial" : "training";
}

/** What a learner is missing, in its order; the coach comes last. */
export function missing(done: ReadonlySet<Step>, hasCoach: boolean): (Step | "coach")[] {
  const own = ownSteps.filter((step) => !done.has(step));
  if (done.has("trial")) return [];
  if (own.length > 0) return own;
  return hasCoach ? ["trial"] : ["coach"];
}
