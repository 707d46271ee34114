import { helperKind } from "@/lib/domain/member/role";
import type { ModeratedPerson } from "@/lib/domain/moderation/view";
import { db } from "@/lib/server/database";

/** Finds people of a brand by their ids, members and visitors alike, as moderators read of them. */
export async function findPeople({
  brandId,
  ids,
}: {
  brandId: string;
  ids: readonly (string | null)[];
}): Promise<Map<string, ModeratedPerson>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const where = { brandId, id: { in: wanted } };
  const [members, visitors] = await Promise.all([
    db().member.findMany({ where, select: { id: true, displayName: true, role: true } }),
    db().visitor.findMany({ where, select: { id: true, firstName: true } }),
  ]);
  return new Map<string, ModeratedPerson>([
    ...members.map(({ id, displayName, role }): [string, ModeratedPerson] => [
      id,
      { kind: helperKind(role), id, name: displayName },
    ]),
    ...visitors.map(({ id, firstName }): [string, ModeratedPerson] => [
      id,
      { kind: "visitor", id, name: firstName },
    ]),
  ]);
}
