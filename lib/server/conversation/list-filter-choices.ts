import type { FilterChoices } from "@/lib/domain/conversation/view";
import { helperKind } from "@/lib/domain/member/role";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

/** The topics and the helpers to which the brand's conversations can be narrowed, gone ones included. */
export async function listFilterChoices({ member }: { member: MemberActor }): Promise<FilterChoices> {
  const { brandId } = member;
  const [topics, members] = await Promise.all([
    db().topic.findMany({ where: { brandId }, orderBy: [{ position: "asc" }, { slug: "asc" }] }),
    db().member.findMany({
      where: { brandId },
      orderBy: { displayName: "asc" },
      select: { id: true, displayName: true, role: true },
    }),
  ]);
  return {
    topics: topics.map(({ id, names }) => ({ id, names: Names.parse(names) })),
    helpers: members.map(({ id, displayName, role }) => ({
      memberId: id,
      name: displayName,
      kind: helperKind(role),
    })),
  };
}
