import { z } from "zod";
import { isSame } from "@/lib/domain/audit/differences";
import { AppError } from "@/lib/domain/error";
import type { DecideTrust, TrustView } from "@/lib/domain/trust/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { changedMeanwhile } from "@/lib/server/audit/changed-meanwhile";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";
import type { Emit } from "@/lib/server/event/publish";
import { endUnfitCoachings } from "@/lib/server/training/end-coachings";
import { findCoaches } from "@/lib/server/training/find-coaches";
import { lockMember } from "@/lib/server/training/lock-member";
import { readTrust } from "./read-trust";

type Word = DecideTrust["word"];

/** As the journal keeps it. */
const Entry = z.object({
  trustRule: z.enum(["set", "hold"]).nullable(),
  trustLevel: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  reason: z.string().nullable(),
});
const wordOf = ({ trustRule: rule, trustLevel: level }: z.infer<typeof Entry>): Word =>
  rule && level ? { rule, level } : null;
const fieldsOf = (word: { rule: string; level: number } | null, reason: string | null) => ({
  trustRule: word?.rule ?? null,
  trustLevel: word?.level ?? null,
  reason,
});

/**
 * A manager's word on an expert's trust, in place of the facts or above them, with its reason; `word: null` takes it
 * back. The same again changes nothing; whom he may not coach any more finds another coach. NOT_FOUND for staff, in another brand, and for who left; FORBIDDEN on oneself.
 */
export async function decideTrust(args: {
  member: MemberActor;
  memberId: string;
  input: DecideTrust;
  now: Date;
}): Promise<{ trust: TrustView; auditId: string | null }> {
  const { member, memberId, input, now } = args;
  const { word, reason } = input;
  const decided = await commit((tx, emit) => decide({ tx, emit, member, memberId, word, reason, now }));
  await findCoaches({ brandId: member.brandId, now });
  return decided;
}

/** Takes a journal's entry on somebody's trust back. CHANGED_MEANWHILE when it is no longer what the entry left behind. */
export async function undoTrust(args: {
  member: MemberActor;
  memberId: string;
  entry: { id: bigint; before: unknown; after: unknown };
  now: Date;
}): Promise<{ version: number; auditId: string | null }> {
  const { member, memberId, entry, now } = args;
  const before = Entry.parse(entry.before);
  const { auditId } = await commit((tx, emit) =>
    decide({
      tx,
      emit,
      member,
      memberId,
      word: wordOf(before),
      reason: before.reason ?? "",
      left: wordOf(Entry.parse(entry.after)),
      undoes: entry.id,
      now,
    }),
  );
  await findCoaches({ brandId: member.brandId, now });
  return { version: 1, auditId };
}

async function decide(args: {
  tx: Tx;
  emit: Emit;
  member: MemberActor;
  memberId: string;
  word: Word;
  reason: string;
  left?: Word;
  undoes?: bigint;
  now: Date;
}) {
  const { tx, emit, member, memberId, word, reason, left, undoes, now } = args;
  const { brandId, id: actorId } = member;
  const found = await lockMember(tx, { brandId, memberId });
  if (found?.role !== "expert") throw new AppError("NOT_FOUND");
  if (memberId === actorId) throw new AppError("FORBIDDEN");
  const before =
    found.trustRule && found.trustLevel ? { rule: found.trustRule, level: found.trustLevel } : null;
  if (left !== undefined && !isSame(before, left))
    throw await changedMeanwhile(tx, { brandId, subject: `member:${memberId}` });
  const trust = async () => {
    const view = (await readTrust({ tx, brandId, memberIds: [memberId], now })).get(memberId);
    if (!view) throw new AppError("NOT_FOUND");
    return view;
  };
  if (isSame(before, word) && (word === null || found.trustReason === reason))
    return { trust: await trust(), auditId: null };
  await tx.member.update({
    where: { id: memberId },
    data: word
      ? {
          trustRule: word.rule,
          trustLevel: word.level,
          trustReason: reason,
          trustById: actorId,
          trustAt: now,
        }
      : { trustRule: null, trustLevel: null, trustReason: null, trustById: null, trustAt: null },
  });
  await endUnfitCoachings({ tx, emit, coach: found, now });
  const auditId = await recordAudit(tx, {
    brandId,
    actorId,
    action: "trusted",
    subject: `member:${memberId}`,
    before: fieldsOf(before, found.trustReason),
    after: fieldsOf(word, reason),
    undoes,
    at: now,
  });
  return { trust: await trust(), auditId };
}
