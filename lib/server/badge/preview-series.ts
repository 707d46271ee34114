import { evidenceFor } from "@/lib/domain/badge/earn";
import { familyRule } from "@/lib/domain/badge/families";
import type { PreviewSeries } from "@/lib/domain/badge/schema";
import type { SeriesPreview } from "@/lib/domain/badge/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { findFacts, type MemberFact } from "@/lib/server/fact/find-facts";
import { topicSlug } from "./series-rows";

/**
 * Who would have which level of a series by all that has happened until now, of those who are still there. Nothing is
 * written. Errors as in `topicSlug`.
 */
export async function previewSeries({
  member: { brandId },
  input: { family, counts, topicId },
}: {
  member: MemberActor;
  input: PreviewSeries;
}): Promise<SeriesPreview> {
  const topic = await topicSlug({ tx: db(), brandId, family, topicId });
  const rules = counts.map((count) => familyRule(family, count, topic));
  const [facts, members] = await Promise.all([
    findFacts({ tx: db(), brandId }),
    db().member.findMany({
      where: { brandId, status: { not: "left" } },
      select: { id: true, displayName: true },
    }),
  ]);
  const historyOf = new Map<string, MemberFact[]>();
  for (const fact of facts) {
    const history = historyOf.get(fact.memberId);
    if (history) history.push(fact);
    else historyOf.set(fact.memberId, [fact]);
  }
  const people = members.flatMap(({ id, displayName: name }) => {
    const history = historyOf.get(id) ?? [];
    const level = rules.filter((rule) => evidenceFor(rule, history).length === rule.count).length;
    return level === 1 || level === 2 || level === 3 ? [{ id, name, level }] : [];
  });
  return {
    reached: rules.map((_, index) => people.filter(({ level }) => level > index).length),
    people: people.sort((a, b) => a.name.localeCompare(b.name)),
  };
}
