import { type GuideStep, type GuideView, guideSteps } from "@/lib/domain/brand/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** How far the member's brand has come in its first days, read off what is there. */
export async function getGuide({ member }: { member: MemberActor }): Promise<GuideView> {
  const { brandId } = member;
  const [brand, sites, installed, topics, others, invitations, open, segments, answered] = await Promise.all([
    db().brand.findUniqueOrThrow({ where: { id: brandId }, select: { guidedAt: true } }),
    db().site.count({ where: { brandId, deletedAt: null } }),
    db().site.count({ where: { brandId, deletedAt: null, installedAt: { not: null } } }),
    db().topic.count({ where: { brandId, deletedAt: null } }),
    db().member.count({ where: { brandId } }),
    db().invitation.count({ where: { brandId } }),
    db().member.count({ where: { brandId, isOpen: true } }),
    db().segment.count({ where: { brandId } }),
    db().question.count({ where: { brandId, firstAnswerAt: { not: null } } }),
  ]);
  const isDone: Record<GuideStep, boolean> = {
    site: sites > 0,
    install: installed > 0,
    topics: topics > 0,
    invite: invitations > 0 || others > 1,
    // Whoever has had a chat was open.
    open: open > 0 || segments > 0,
    answer: answered > 0,
  };
  const steps = guideSteps.map((step) => ({ step, isDone: isDone[step] }));
  return { isShown: brand.guidedAt === null && steps.some((each) => !each.isDone), steps };
}
