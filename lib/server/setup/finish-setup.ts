import type { Locale } from "@/lib/domain/locale";
import type { FinishSetup } from "@/lib/domain/setup/schema";
import { type Session, startSession } from "@/lib/server/account/start-session";
import { commit } from "@/lib/server/commit";
import { setupRefusal } from "./check-setup-link";
import { setupTokenHash } from "./make-setup-link";

/**
 * Makes the installation's first operator and signs him in; the link is spent in the same transaction, so of two who use
 * it at once one wins. Refuses as `checkSetupLink` does.
 */
export async function finishSetup({
  input: { token, name, email },
  locale,
  now,
}: {
  input: FinishSetup;
  locale: Locale;
  now: Date;
}): Promise<Session> {
  return commit(async (tx) => {
    const { count } = await tx.setupLink.updateMany({
      where: { tokenHash: setupTokenHash(token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw await setupRefusal({ tx, token });
    // He holds the link that the server's own console printed: no mail has to prove anything.
    const user = await tx.user.upsert({
      where: { email },
      create: { email, name, locale, isOperator: true, emailVerified: now },
      update: { name, locale, isOperator: true },
      select: { id: true },
    });
    return startSession({ tx, userId: user.id, now });
  });
}
