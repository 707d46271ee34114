import { AppError } from "@/lib/domain/error";
import { type Session, startSession } from "@/lib/server/account/start-session";
import { commit } from "@/lib/server/commit";
import { invitationTokenHash } from "@/lib/server/invitation/invitation-token";

/** Where somebody who was let in goes next: the path, and his session when he needs one. */
type Welcome = { location: string; session: Session | null };

/**
 * Lets somebody in by the link of the mail that accepted him: signed in at once where accepting made his account and nobody
 * has entered it yet. An account that was there before signs in by itself (SIGNED_OUT), since this link lives longer than one
 * to sign in; so does whoever uses the link again. Who is in training is led there, everybody else to his desk.
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
}): Promise<Welcome> {
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
    const member = await tx.member.findUnique({
      where: { id: candidate.memberId },
      select: {
        status: true,
        userId: true,
        user: { select: { _count: { select: { sessions: true, accounts: true } } } },
      },
    });
    if (!member || brand.deletedAt) throw new AppError("APPLICATION_LINK_OVER");
    const location = `/${brand.slug}/${member.status === "training" ? "training" : "desk"}`;
    if (userId === member.userId) return { location, session: null };
    const { sessions, accounts } = member.user._count;
    if (!isNewUser || sessions + accounts > 0) throw new AppError("SIGNED_OUT");
    if (!linkUntil || linkUntil <= now) throw new AppError("APPLICATION_LINK_OVER");
    await tx.candidate.update({ where: { id: candidate.id }, data: { isNewUser: false } });
    return { location, session: await startSession({ tx, userId: member.userId, now }) };
  });
}
