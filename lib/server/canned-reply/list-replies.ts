import type { CannedReply } from "@/lib/domain/canned-reply/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { replySelect, replyView } from "./reply-row";

/** All canned replies of the member's brand, by shortcut and language. */
export async function listReplies({ member }: { member: MemberActor }): Promise<CannedReply[]> {
  const rows = await db().cannedReply.findMany({
    where: { brandId: member.brandId },
    orderBy: [{ shortcut: "asc" }, { language: "asc" }],
    select: replySelect,
  });
  return rows.map(replyView);
}
