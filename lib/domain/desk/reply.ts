import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { localeOf } from "@/lib/domain/locale";

/** What somebody types at the start of a message to look for a ready reply: the part after the slash. Null for other words. */
export function replyQuery(text: string): string | null {
  return /^\/([\p{L}\p{N}-]*)$/u.exec(text)?.[1] ?? null;
}

/** Letters without case and accents: whoever types "delai" means "délai". */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * The replies that a query means, the likeliest first: those in the visitor's language before others, and those whose
 * shortcut begins with the query before those whose title holds it. An empty query means all. `language`: BCP 47.
 */
export function matchReplies(
  replies: readonly CannedReply[],
  query: string,
  language: string,
): readonly CannedReply[] {
  const wanted = plain(query);
  const locale = localeOf(language);
  const rank = (reply: CannedReply) => {
    const isForeign = reply.language === locale ? 0 : 2;
    if (plain(reply.shortcut).startsWith(wanted)) return isForeign;
    return plain(reply.title).includes(wanted) ? isForeign + 1 : null;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((each): each is { reply: CannedReply; rank: number } => each.rank !== null)
    .toSorted((a, b) => a.rank - b.rank || a.reply.shortcut.localeCompare(b.reply.shortcut))
    .map(({ reply }) => reply);
}

/**
 * A reply's words with the names put in: `{visitor}`, and `{me}` as one speaks it, "Julien M." as "Julien". A name that
 * nobody told goes, and the space before it; other words in braces stay as they are.
 */
export function fillReply(body: string, names: { visitor: string | null; me: string }): string {
  return body.replace(/([ \u00a0]?)\{(visitor|me)\}/gu, (_, space: string, which: "visitor" | "me") => {
    const name = which === "me" ? names.me.replace(/\s+\p{L}\.$/u, "") : names.visitor?.trim();
    return name ? `${space}${name}` : "";
  });
}
