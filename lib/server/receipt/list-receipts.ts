import { AppError } from "@/lib/domain/error";
import { helperKind } from "@/lib/domain/member/role";
import { decisionKinds, Receipt, verdicts } from "@/lib/domain/receipt/schema";
import type { offerOutcomes, ReceiptView } from "@/lib/domain/receipt/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";

type Outcome = (typeof offerOutcomes)[number];

/**
 * Every decision about a question, oldest first: everybody who was looked at (of a crowd the best, and counts of the
 * others), the verdict, the score with its terms, and what became of whom was asked. NOT_FOUND for a question of another brand.
 */
export async function listReceipts({
  member,
  questionId,
}: {
  member: MemberActor;
  questionId: string;
}): Promise<ReceiptView[]> {
  const { brandId } = member;
  const question = await db().question.findFirst({
    where: { id: questionId, brandId },
    select: { askedAt: true },
  });
  if (!question) throw new AppError("NOT_FOUND");
  const { askedAt } = question;
  const [events, offers, lapses] = await Promise.all([
    db().routingEvent.findMany({
      where: { brandId, questionId, kind: { in: [...decisionKinds] } },
      orderBy: { id: "asc" },
    }),
    db().offer.findMany({ where: { questionId }, orderBy: { madeAt: "asc" } }),
    db().routingEvent.findMany({
      where: { brandId, questionId, kind: "absent" },
      select: { memberId: true, at: true },
    }),
  ]);
  const decisions = events.map(({ kind, at, data }) => ({ kind, at, receipt: Receipt.parse(data) }));
  const ids = decisions.flatMap(({ receipt }) =>
    [...receipt.considered, ...receipt.asked].map(({ memberId }) => memberId),
  );
  const members = await db().member.findMany({
    where: { brandId, id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true, role: true },
  });
  const known = new Map(members.map((one) => [one.id, one]));
  const since = (at: Date | null) => at && (at.getTime() - askedAt.getTime()) / 1000;

  return decisions.map(({ kind, at, receipt }) => {
    const offerOf = (memberId: string) =>
      offers.find((one) => one.memberId === memberId && one.madeAt.getTime() === at.getTime());
    const outcomeOf = (offer: (typeof offers)[number]): Outcome => {
      if (offer.state === "accepted") return "accepted";
      if (offer.state === "declined") return "passed";
      if (offer.state === "expired") return "silent";
      if (offer.state !== "withdrawn") return "open";
      const isAbsent = lapses.some(
        (lapse) => lapse.memberId === offer.memberId && lapse.at.getTime() === offer.closedAt?.getTime(),
      );
      if (isAbsent) return "absent";
      const taken = offers.some((one) => one.round === offer.round && one.state === "accepted");
      return taken ? "taken" : "withdrawn";
    };
    const lookedAt = new Map(receipt.considered.map((one) => [one.memberId, one]));
    for (const one of receipt.asked)
      if (!lookedAt.has(one.memberId)) lookedAt.set(one.memberId, { ...one, verdict: "eligible" });
    return {
      kind: decisionKinds.find((one) => one === kind) ?? "wave",
      at: at.toISOString(),
      seconds: since(at) ?? 0,
      round: receipt.round,
      wave: receipt.wave,
      waitedSeconds: receipt.waitedSeconds,
      others: verdicts
        .map((verdict) => ({ verdict, count: receipt.others[verdict] ?? 0 }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count),
      unseen: receipt.unseen,
      people: [...lookedAt.values()].flatMap(({ memberId, verdict, score, terms }) => {
        const person = known.get(memberId);
        if (!person) return [];
        const asked = receipt.asked.find((one) => one.memberId === memberId);
        const offer = asked && offerOf(memberId);
        return [
          {
            memberId,
            name: person.displayName,
            kind: helperKind(person.role),
            verdict,
            score: asked?.score ?? score ?? null,
            terms: asked?.terms ?? terms ?? null,
            before: asked?.before ?? null,
            isAsked: asked !== undefined,
            reserves: asked?.reserves ?? false,
            deliveredSeconds: since(offer?.deliveredAt ?? null),
            outcome: offer ? outcomeOf(offer) : null,
            outcomeSeconds: since(offer?.closedAt ?? null),
          },
        ];
      }),
    };
  });
}
