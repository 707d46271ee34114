import { AppError } from "@/lib/domain/error";
import {
  type ActionKind,
  actionKinds,
  type LoggedAction,
  type ModerationLog,
} from "@/lib/domain/moderation/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import type { ModerationAction } from "@/prisma/generated/client";
import { findPeople } from "./people";

const pageSize = 30;
const Cursor = /^(\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)_([0-9a-f]{32})$/;

/** What was done in the brand, the newest first; of one kind or by one member where asked. `after` is a page's `next`. */
export async function listActions({
  member,
  kind,
  actorId,
  after,
  now,
}: {
  member: MemberActor;
  kind?: ActionKind;
  actorId?: string;
  after?: string;
  now: Date;
}): Promise<ModerationLog> {
  const { brandId } = member;
  const rows = await db().moderationAction.findMany({
    where: {
      brandId,
      ...(kind ? { kind } : {}),
      ...(actorId ? { actorId } : {}),
      ...(after ? beyond(after) : {}),
    },
    orderBy: [{ actedAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
  });
  const page = rows.slice(0, pageSize);
  const last = page[page.length - 1];
  return {
    actions: await logged({ brandId, rows: page, now }),
    next: rows.length > pageSize && last ? `${last.actedAt.toISOString()}_${last.id}` : null,
  };
}

function beyond(after: string) {
  const [, at = "", id = ""] = Cursor.exec(after) ?? [];
  const actedAt = new Date(at);
  if (!id || Number.isNaN(actedAt.getTime()))
    throw new AppError("INVALID_INPUT", { field: "after", problem: "no page of this list" });
  return { OR: [{ actedAt: { lt: actedAt } }, { actedAt, id: { lt: id } }] };
}

async function logged({
  brandId,
  rows,
  now,
}: {
  brandId: string;
  rows: readonly ModerationAction[];
  now: Date;
}): Promise<LoggedAction[]> {
  const ids = (field: "id" | "messageId" | "banId" | "memberId") =>
    rows.flatMap((row) => (row[field] === null ? [] : [row[field]]));
  const [messages, bans, members, undone] = await Promise.all([
    db().message.findMany({
      where: { brandId, id: { in: ids("messageId") } },
      select: { id: true, body: true, hiddenAt: true, memberId: true, chat: { select: { visitorId: true } } },
    }),
    db().ban.findMany({ where: { brandId, id: { in: ids("banId") } } }),
    db().member.findMany({
      where: { brandId, id: { in: ids("memberId") } },
      select: { id: true, status: true },
    }),
    db().moderationAction.findMany({ where: { undoes: { in: ids("id") } }, select: { undoes: true } }),
  ]);
  const messageOf = new Map(messages.map((message) => [message.id, message]));
  const banOf = new Map(bans.map((ban) => [ban.id, ban]));
  const statusOf = new Map(members.map(({ id, status }) => [id, status]));
  const isUndone = new Set(undone.map(({ undoes }) => undoes));
  const aboutOf = (row: ModerationAction) => {
    const message = row.messageId ? messageOf.get(row.messageId) : undefined;
    return row.memberId ?? row.visitorId ?? message?.memberId ?? message?.chat.visitorId ?? null;
  };
  const people = await findPeople({ brandId, ids: rows.flatMap((row) => [row.actorId, aboutOf(row)]) });
  return rows.map((row) => {
    const message = row.messageId ? messageOf.get(row.messageId) : undefined;
    const ban = row.banId ? banOf.get(row.banId) : undefined;
    const stands: Partial<Record<ActionKind, boolean>> = {
      hide: message?.hiddenAt !== null && message !== undefined,
      restore: message?.hiddenAt === null,
      dismiss: true,
      pause: statusOf.get(row.memberId ?? "") === "paused",
      suspend: statusOf.get(row.memberId ?? "") === "suspended",
      ban: ban !== undefined && ban.liftedAt === null && ban.until > now,
    };
    const kind = actionKinds.find((known) => known === row.kind) ?? "dismiss";
    return {
      id: row.id,
      kind,
      by: row.actorId ? (people.get(row.actorId)?.name ?? null) : null,
      about: people.get(aboutOf(row) ?? "") ?? null,
      message: message ? { body: message.body, isHidden: message.hiddenAt !== null } : null,
      until: kind === "ban" ? (ban?.until.toISOString() ?? null) : null,
      reason: row.reason,
      actedAt: row.actedAt.toISOString(),
      canUndo: row.undoes === null && !isUndone.has(row.id) && stands[kind] === true,
    };
  });
}
