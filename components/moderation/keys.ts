import type { Decision } from "@/lib/domain/moderation/schema";
import type { Report } from "@/lib/domain/moderation/view";

export type Command = "next" | "previous" | Decision["kind"] | "reason" | "undo" | "help";

/** The key of each command, as printed on it; the same in every language. */
export const keyOf: Readonly<Record<Command, string>> = {
  next: "J",
  previous: "K",
  hide: "H",
  restore: "S",
  dismiss: "D",
  pause: "P",
  suspend: "X",
  ban: "B",
  reason: "R",
  undo: "Z",
  help: "?",
};

export const commands = Object.keys(keyOf) as Command[];

/** The command of a key press; null for one that belongs to the browser or a screen reader. */
export function commandOf(
  press: Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "isComposing">,
): Command | null {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing) return null;
  return commands.find((command) => keyOf[command] === press.key.toUpperCase()) ?? null;
}

/** What can be decided about a subject, in the order of its buttons. */
export function choicesOf({ about, messageId, isHidden, standing, bannedUntil }: Report): Decision["kind"][] {
  const kept: Decision["kind"] = messageId && isHidden ? "restore" : "dismiss";
  const ofMember: Decision["kind"][] =
    standing === "active" ? ["pause", "suspend"] : standing === "paused" ? ["suspend"] : [];
  const ofVisitor: Decision["kind"][] = bannedUntil === null ? ["ban"] : [];
  return [
    ...(messageId ? (["hide"] as const) : []),
    kept,
    ...(about.kind === "visitor" ? ofVisitor : ofMember),
  ];
}
