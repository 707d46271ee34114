/**
 * The filter for members who are there: active, open, not away, with a living screen, in a brand that is not closed. The
 * twin in SQL of `isThere` in lib/domain/routing/candidate.
 */
export function presentAt(now: Date) {
  return {
    status: { in: ["active" as const, "trial" as const] },
    brand: { deletedAt: null },
    isOpen: true,
    awaySince: null,
    OR: [{ openUntil: null }, { openUntil: { gt: now } }],
    leases: { some: { expiresAt: { gt: now } } },
  };
}
