import { brandSettings } from "@/lib/domain/brand/schema";
import type { HandoverChoices } from "@/lib/domain/chat/view";
import { helperKind } from "@/lib/domain/member/role";
import { type Candidate, type Need, verdict } from "@/lib/domain/routing/candidate";
import { rank } from "@/lib/domain/routing/rank";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { helperCards } from "@/lib/server/member/helper-cards";
import { candidateFor, findPeople, findTies, noTie } from "@/lib/server/routing/find-people";
import { whyClosed } from "./why-closed";

const kinds = ["staff", "owners"] as const;

/**
 * To whom the helper who carries the chat may hand it over now: how many of each kind could answer the question, and who
 * of them can be named. Experts name other experts, staff name anybody. CHAT_ENDED or NOT_FOUND when he does not carry it.
 */
export async function findHandoverChoices({
  tx = db(),
  member,
  chatId,
  now,
}: {
  tx?: Tx;
  member: MemberActor;
  chatId: string;
  now: Date;
}): Promise<HandoverChoices> {
  const { id: memberId, brandId, role } = member;
  const question = await tx.question.findFirst({
    where: { chat: { id: chatId, state: "open", segments: { some: { memberId, state: "open" } } } },
    select: { id: true, language: true, topicId: true, product: true, brand: { select: { settings: true } } },
  });
  if (!question) throw await whyClosed({ party: { member }, chatId });
  const { id: questionId, language, topicId, product } = question;
  const people = await findPeople({ tx, brandId, now });
  const ties = (await findTies({ tx, questionIds: [questionId] })).get(questionId);
  const others = people
    .filter((person) => person.memberId !== memberId)
    .map((person) => candidateFor(person, topicId, ties?.get(person.memberId) ?? noTie));

  const could = (to: (typeof kinds)[number], as: "eligible" | "full"): Candidate[] => {
    const need: Need = { language, topicId, audience: to };
    return others.filter((candidate) => verdict(candidate, need, false, now) === as);
  };
  const free = { staff: could("staff", "eligible"), owners: could("owners", "eligible") };
  const named = helperKind(role) === "owner" ? free.owners : [...free.owners, ...free.staff];
  const ranked = rank(named, brandSettings(question.brand.settings), now).map((one) => one.memberId);
  const cards = await helperCards({
    tx,
    brandId,
    requests: ranked.map((id) => ({ memberId: id, topicId, product })),
    now,
  });
  const topics = await topicNames(tx, ranked);
  return {
    kinds: kinds.map((to) => ({
      to,
      there: free[to].length + could(to, "full").length,
      free: free[to].length,
    })),
    people: ranked.flatMap((id, i) => {
      const card = cards[i];
      return card ? [{ memberId: id, card, topics: topics.get(id) ?? [] }] : [];
    }),
  };
}

/** What each of these members knows, in the brand's order of topics. */
async function topicNames(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Names[]>> {
  const rows = await tx.memberTopic.findMany({
    where: { memberId: { in: [...memberIds] }, topic: { deletedAt: null } },
    orderBy: { topic: { position: "asc" } },
    select: { memberId: true, topic: { select: { names: true } } },
  });
  const names = new Map<string, Names[]>();
  for (const { memberId, topic } of rows) {
    names.set(memberId, [...(names.get(memberId) ?? []), Names.parse(topic.names)]);
  }
  return names;
}
