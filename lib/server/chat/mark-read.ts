import { AppError } from "@/lib/domain/error";
import type { Party } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { publish, toMember, toVisitor } from "@/lib/server/event/publish";
import { findHearers } from "./find-hearers";

/** This side has seen the messages up to `seq`; an older number changes nothing. The other side is told. */
export async function markRead({
  party,
  chatId,
  seq,
}: {
  party: Party;
  chatId: string;
  seq: number;
}): Promise<void> {
  const isVisitor = party.visitor !== undefined;
  const where = party.visitor
    ? { id: chatId, visitorId: party.visitor.id }
    : { id: chatId, segments: { some: { memberId: party.member.id, state: "open" as const } } };
  const { count } = isVisitor
    ? await db().chat.updateMany({
        where: { ...where, visitorReadSeq: { lt: seq }, lastSeq: { gte: seq } },
        data: { visitorReadSeq: seq },
      })
    : await db().chat.updateMany({
        where: { ...where, helperReadSeq: { lt: seq }, lastSeq: { gte: seq } },
        data: { helperReadSeq: seq },
      });
  if (count === 0) {
    if ((await db().chat.count({ where })) === 0) throw new AppError("NOT_FOUND");
    return;
  }
  const { visitorId, helper } = await findHearers({ tx: db(), chatId });
  const by = isVisitor ? ("visitor" as const) : ("member" as const);
  if (!isVisitor) await publish([toVisitor(visitorId, "read", { chatId, seq, by })]);
  else if (helper) await publish([toMember(helper.memberId, "read", { chatId, seq, by })]);
}
