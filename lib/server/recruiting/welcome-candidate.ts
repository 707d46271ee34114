import { AppError } from "@/lib/domain/error";
import { type Session, startSession } from "@/lib/server/account/start-session";
import { commit } from "@/lib/server/commit";
import { invitationTokenHash } from "@/lib/server/invitation/invitation-token";

/**
 * Lets somebody in by the link of the mail that accepted him: signed in at once where accepting made his account and nobody
 * has entered it yet. An account that was there before signs in by itself (SIGNED_OUT), since this link lives longer than one
 * to sign in; so does whoever uses the link again.
 *
 * APPLICATION_LINK_UNKNOWN, APPLICATION_LINK_OVER. `userId` is who is signed in, or null.
 */
export async function welcomeCandidate({
  token,
  userId,
  now,
}: {
  token: string;
  userId: string | null;
  now: Date;
}): Promise<{ brandSlug: string; session: Session | null }> {
  const hash = invitationTokenHash(token);
  return commit(async (tx) => {
    await tx.$queryRaw`SELECT id FROM candidates WHERE link_hash = ${hash} FOR NO KEY UPDATE`;
    const candidate = await tx.candidate.findUnique({
      where: { linkHash: hash },
      include: { brand: { select: { slug: true, deletedAt: true } } },
    });
    if (candidate?.stage !== "accepted" || !candidate.memberId)
      throw new AppError("APPLICATION_LINK_UNKNOWN");
    const { brand, linkUntil, isNewUser } = candidate;
    const brandSlug = brand.slug;
    const member = await tx.member.findUnique({
      where: { id: candidate.memberId },
      select: { userId: true, user: { select: { _count: { select: { sessions: true, accounts: true } } } } },
    });
    if (!member || brand.deletedAt) throw new AppError("APPLICATION_LINK_OVER");
    if (userId === member.userId) return { brandSlug, session: null };
    const { sessions, accounts } = member.user._count;
    if (!isNewUser || sessions + accounts > 0) throw new AppError("SIGNED_OUT");
    if (!linkUntil || linkUntil <= now) throw new AppError("APPLICATION_LINK_OVER");
    await tx.candidate.update({ where: { id: candidate.id }, data: { isNewUser: false } });
    return { brandSlug, session: await startSession({ tx, userId: member.userId, now }) };
  });
}
