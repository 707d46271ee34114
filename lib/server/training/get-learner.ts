import { isLearning } from "@/lib/domain/member/status";
import type { LearnerView } from "@/lib/domain/training/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { learnerSelect, learnerViews } from "./progress";
import { readCourse } from "./read-course";

/** Where a member's own training stands; null for who is past it. */
export async function getLearner({ member }: { member: MemberActor }): Promise<LearnerView | null> {
  const { id, brandId } = member;
  const row = await db().member.findUnique({ where: { id }, select: learnerSelect });
  if (!row || !isLearning(row.status)) return null;
  const { course } = await readCourse({ tx: db(), brandId });
  const [learner] = await learnerViews({ tx: db(), rows: [row], wanted: course.trialTalks });
  return learner ?? null;
}
