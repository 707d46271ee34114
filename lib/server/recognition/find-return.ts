import { AppError } from "@/lib/domain/error";
import { returnRules } from "@/lib/domain/recognition/thanks-return";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { returnTokenHash } from "./return-token";

/**
 * The thanks that a link comes back to. NOT_FOUND for any other link, and before anybody was asked; RETURN_OVER once it
 * is older than 60 days.
 */
export async function findReturn({
  tx,
  token,
  now,
}: {
  tx: Tx;
  token: string;
  now: Date;
}): Promise<{ id: string; memberId: string }> {
  const found = await tx.thanksReturn.findFirst({
    where: {
      tokenHash: returnTokenHash(token),
      askedAt: { not: null },
      visitor: { erasedAt: null },
      member: { brand: { deletedAt: null } },
    },
    select: { id: true, memberId: true, askedAt: true },
  });
  if (!found?.askedAt) throw new AppError("NOT_FOUND");
  if (found.askedAt <= later(now, -returnRules.openDays * 24 * 3600)) throw new AppError("RETURN_OVER");
  return { id: found.id, memberId: found.memberId };
}
