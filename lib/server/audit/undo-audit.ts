import { z } from "zod";
import { subjectOf, undoScope, undoUntil } from "@/lib/domain/audit/undo";
import type { Saved } from "@/lib/domain/brand/view";
import { AppError, isAppError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permission/permission";
import type { MemberActor } from "@/lib/server/account/actor";
import { awardChanged } from "@/lib/server/badge/award-changed";
import { giveAwardBack } from "@/lib/server/badge/give-award-back";
import { saveSeries } from "@/lib/server/badge/save-series";
import { restoreSeries } from "@/lib/server/badge/set-series-removed";
import { saveBrand } from "@/lib/server/brand/save-brand";
import { db, isUniqueViolation } from "@/lib/server/database";
import { restoreMember } from "@/lib/server/member/restore-member";
import { undoMemberChange } from "@/lib/server/member/undo-member-change";
import { undoOwnership } from "@/lib/server/ownership/undo-ownership";
import { reopenReview } from "@/lib/server/review/reopen-review";
import { restoreSite } from "@/lib/server/site/restore-site";
import { saveSite } from "@/lib/server/site/save-site";
import { orderTopics } from "@/lib/server/topic/order-topics";
import { saveTopic } from "@/lib/server/topic/save-topic";
import { setTopicRemoved } from "@/lib/server/topic/set-topic-removed";
import { saveCourse } from "@/lib/server/training/save-course";
import { undoTrust } from "@/lib/server/trust/decide-trust";
import { changedMeanwhile } from "./changed-meanwhile";
import type { AuditSubject } from "./record-audit";

const Fields = z.record(z.string(), z.json());
const Order = z.object({ topics: z.array(z.string()) });

/**
 * Takes back one entry of the journal, which writes an entry of its own. NOT_FOUND for another brand's, for a kind that
 * cannot be taken back, and after 30 days; FORBIDDEN where the change itself needed more than the member may;
 * UNDO_TOO_LATE when it was taken back already, or what it left behind is no longer so; of an award what it is instead.
 */
export async function undoAudit({
  member,
  auditId,
  now,
}: {
  member: MemberActor;
  auditId: string;
  now: Date;
}): Promise<Saved> {
  const { brandId } = member;
  const entry = await db().audit.findFirst({ where: { id: BigInt(auditId), brandId } });
  const { kind, id } = subjectOf(entry?.subject ?? "");
  const scope = entry && undoScope(kind, entry.action);
  if (!entry || !scope || undoUntil(entry.at) <= now) throw new AppError("NOT_FOUND");
  if (!can(member.role, scope)) throw new AppError("FORBIDDEN");
  const subject = entry.subject as AuditSubject;
  const undoes = entry.id;
  const tooLate = async () =>
    kind === "award"
      ? awardChanged(db(), { brandId, awardId: id })
      : new AppError("UNDO_TOO_LATE", (await changedMeanwhile(db(), { brandId, subject })).params);
  if ((await db().audit.count({ where: { undoes } })) > 0) throw await tooLate();
  const common = { member, undoes, now };
  const back = () => ({
    expected: { left: Fields.parse(entry.after) },
    change: Fields.parse(entry.before),
  });
  try {
    switch (`${kind} ${entry.action}`) {
      case "brand changed":
        return await saveBrand({ ...common, ...back() });
      case "site changed":
        return await saveSite({ ...common, siteId: id, ...back() });
      case "topic changed":
        return await saveTopic({ ...common, topicId: id, ...back() });
      case "badge changed":
        return await saveSeries({
          member,
          badgeId: id,
          ...back(),
          undone: { auditId: undoes, at: entry.at },
          now,
        });
      case "badge removed":
        return await restoreSeries({ member, badgeId: id, undone: { auditId: undoes, at: entry.at }, now });
      case "award withdrawn":
        return await giveAwardBack({ ...common, awardId: id });
      case "review decided":
        return await reopenReview({ ...common, reviewId: id });
      case "brand ordered": {
        const from = Order.parse(entry.after).topics;
        const to = Order.parse(entry.before).topics;
        return { version: 1, ...(await orderTopics({ ...common, key: "slug", from, to })) };
      }
      case "site removed":
        return await restoreSite({ ...common, siteId: id });
      case "topic removed":
        return await setTopicRemoved({ ...common, topicId: id, isRemoved: false });
      case "member changed":
        return await undoMemberChange({ member, memberId: id, entry, now });
      case "member trusted":
        return await undoTrust({ member, memberId: id, entry, now });
      case "member vouched":
      case "member disowned":
        return await undoOwnership({ member, memberId: id, entry, now });
      case "course changed":
        return await saveCourse({ ...common, ...back() });
      case "member removed":
        return await restoreMember({ ...common, memberId: id });
      default:
        throw new AppError("NOT_FOUND");
    }
  } catch (error) {
    // Two took it back in the same instant.
    if (isUniqueViolation(error)) throw await tooLate();
    if (isAppError(error) && error.code === "CHANGED_MEANWHILE")
      throw new AppError("UNDO_TOO_LATE", error.params);
    throw error;
  }
}
