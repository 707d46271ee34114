import type { Saved } from "@/lib/domain/brand/view";
import { AppError } from "@/lib/domain/error";
import { ChangeMember } from "@/lib/domain/member/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { db } from "@/lib/server/database";
import { changeMember } from "./change-member";
import { fieldDifference, findFields } from "./member-fields";

const Fields = ChangeMember.omit({ version: true });

/**
 * Takes a journal's entry on a member back: his fields become again what they were before it. CHANGED_MEANWHILE when
 * they are no longer what the entry left behind; otherwise as in `changeMember`.
 */
export async function undoMemberChange({
  member,
  memberId,
  entry,
  now,
}: {
  member: MemberActor;
  memberId: string;
  entry: { id: bigint; before: unknown; after: unknown };
  now: Date;
}): Promise<Saved> {
  const { brandId } = member;
  const before = Fields.safeParse(entry.before);
  const after = Fields.safeParse(entry.after);
  const current = await findFields(db(), { id: memberId, brandId });
  if (!before.success || !after.success || !current) throw new AppError("NOT_FOUND");
  if (fieldDifference(current.fields, after.data))
    throw await changedMeanwhile(db(), { brandId, subject: `member:${memberId}` });
  return changeMember({
    member,
    memberId,
    input: { ...before.data, version: current.version },
    undoes: entry.id,
    now,
  });
}
