import { AppError } from "@/lib/domain/error";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { setupTokenHash } from "./make-setup-link";

/** Why a link that could not be used could not: SETUP_UNKNOWN, SETUP_USED, or SETUP_OVER for a link too old. */
export async function setupRefusal({ tx, token }: { tx: Tx; token: string }): Promise<AppError> {
  const link = await tx.setupLink.findUnique({
    where: { tokenHash: setupTokenHash(token) },
    select: { usedAt: true },
  });
  if (!link) return new AppError("SETUP_UNKNOWN");
  return new AppError(link.usedAt ? "SETUP_USED" : "SETUP_OVER");
}

/** Returns when the link can be used now; refuses like `setupRefusal`. */
export async function checkSetupLink({ token, now }: { token: string; now: Date }): Promise<void> {
  const usable = await db().setupLink.count({
    where: { tokenHash: setupTokenHash(token), usedAt: null, expiresAt: { gt: now } },
  });
  if (usable === 0) throw await setupRefusal({ tx: db(), token });
}
