import { isSame } from "@/lib/domain/audit/differences";
import type { BadgeRule, PastRules } from "./schema";

/** One level of a series, as it is stored. */
export type LevelRow = {
  level: number;
  rule: BadgeRule;
  ruleSince: Date | null;
  pastRules: PastRules;
  removedAt: Date | null;
};

function ended({ rule, ruleSince, pastRules }: LevelRow, until: Date): PastRules {
  return [...pastRules, { rule, from: ruleSince?.toISOString() ?? null, until: until.toISOString() }];
}

/**
 * The levels of a series after its rules were changed at `now`: those whose rule differs hold the new one from now on and
 * remember the old one, those that are no longer wanted rest, those that are missing are made. `rules` are the wanted
 * ones, from bronze on. Only what changes is given back.
 */
export function changedLevels(rows: readonly LevelRow[], rules: readonly BadgeRule[], now: Date): LevelRow[] {
  const changed = rules.flatMap((rule, index) => {
    const level = index + 1;
    const row = rows.find((each) => each.level === level);
    if (!row) return [{ level, rule, ruleSince: now, pastRules: [], removedAt: null }];
    if (row.removedAt === null && isSame(row.rule, rule)) return [];
    return [{ level, rule, ruleSince: now, pastRules: ended(row, row.removedAt ?? now), removedAt: null }];
  });
  const unwanted = rows
    .filter(({ level, removedAt }) => level > rules.length && removedAt === null)
    .map((row) => ({ ...row, removedAt: now }));
  return [...changed, ...unwanted];
}

/**
 * A level as if it had not been changed at `at`; null when it was made by that change. What it gave goes with it, since
 * awards are computed from the rules as they stand.
 */
export function takenBack(row: LevelRow, at: Date): LevelRow | null {
  if (row.removedAt?.getTime() === at.getTime()) return { ...row, removedAt: null };
  if (row.ruleSince?.getTime() !== at.getTime()) return row;
  const before = row.pastRules.at(-1);
  if (!before) return null;
  const until = new Date(before.until);
  return {
    level: row.level,
    rule: before.rule,
    ruleSince: before.from === null ? null : new Date(before.from),
    pastRules: row.pastRules.slice(0, -1),
    removedAt: until.getTime() === at.getTime() ? null : until,
  };
}
