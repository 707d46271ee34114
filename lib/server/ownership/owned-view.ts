import { monthsSince } from "@/lib/domain/member/months";
import type { OwnedView } from "@/lib/domain/ownership/view";
import type { OwnershipProof } from "@/prisma/generated/client";

export const ownedSelect = {
  id: true,
  product: true,
  since: true,
  proof: true,
  provenAt: true,
  provenBy: { select: { displayName: true } },
} as const;

type OwnedRow = {
  id: string;
  product: string;
  since: Date;
  proof: OwnershipProof | null;
  provenAt: Date | null;
  provenBy: { displayName: string } | null;
};

/** A calendar day as 2025-09-01. */
export const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** What somebody owns, as he himself and his managers read it. */
export function ownedView({ provenAt, provenBy, ...row }: OwnedRow, now: Date): OwnedView {
  return {
    ...row,
    since: dayOf(row.since),
    months: monthsSince(row.since, now),
    provenAt: provenAt?.toISOString() ?? null,
    provenBy: provenBy?.displayName ?? null,
  };
}
