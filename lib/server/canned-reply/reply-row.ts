import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { AppError } from "@/lib/domain/error";
import { localeOf } from "@/lib/domain/locale";
import type { Tx } from "@/lib/server/commit";

export const replySelect = {
  id: true,
  shortcut: true,
  title: true,
  body: true,
  language: true,
  version: true,
} as const;

type ReplyRow = Omit<CannedReply, "language"> & { language: string };

/** A stored reply as staff see it. */
export function replyView(row: ReplyRow): CannedReply {
  return { ...row, language: localeOf(row.language) };
}

/** A reply of the brand as it is stored; NOT_FOUND for any other. */
export async function findReply(
  tx: Tx,
  { brandId, replyId }: { brandId: string; replyId: string },
): Promise<CannedReply> {
  const row = await tx.cannedReply.findFirst({ where: { id: replyId, brandId }, select: replySelect });
  if (!row) throw new AppError("NOT_FOUND");
  return replyView(row);
}

/** Only the fields that differ, before and after, as the journal keeps them. */
export function replyDifference(
  before: CannedReply,
  after: Omit<CannedReply, "id" | "version">,
): { before: Record<string, string>; after: Record<string, string> } | null {
  const fields = (["shortcut", "title", "body", "language"] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return null;
  const pick = (words: Omit<CannedReply, "id" | "version">) =>
    Object.fromEntries(fields.map((field) => [field, words[field]]));
  return { before: pick(before), after: pick(after) };
}
