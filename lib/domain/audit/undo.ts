import type { Scope } from "@/lib/domain/permission/permission";

/** What was done can be undone, and what was removed brought back, for so many days. */
export const UNDO_DAYS = 30;

const dayMs = 86_400_000;

/** The last instant at which something done at `at` can be taken back. */
export function undoUntil(at: Date): Date {
  return new Date(at.getTime() + UNDO_DAYS * dayMs);
}

/** Kinds of subjects with the actions on them that can be taken back, and the scope that this needs. */
const undoable: Record<string, { actions: readonly string[]; scope: Scope }> = {
  brand: { actions: ["changed", "ordered"], scope: "settings" },
  site: { actions: ["changed", "removed"], scope: "administer" },
  topic: { actions: ["changed", "removed"], scope: "settings" },
  badge: { actions: ["changed", "removed"], scope: "people" },
  award: { actions: ["withdrawn"], scope: "people" },
  review: { actions: ["decided"], scope: "people" },
  member: { actions: ["changed", "removed", "trusted", "vouched", "disowned"], scope: "people" },
  course: { actions: ["changed"], scope: "people" },
};

/** The scope that taking back this entry needs; null when its kind cannot be taken back. */
export function undoScope(kind: string, action: string): Scope | null {
  const known = Object.hasOwn(undoable, kind) ? undoable[kind] : undefined;
  return known?.actions.includes(action) ? known.scope : null;
}

/** A journal's subject taken apart: `site:<id>`. */
export function subjectOf(subject: string): { kind: string; id: string } {
  const [kind = "", id = ""] = subject.split(":");
  return { kind, id };
}
