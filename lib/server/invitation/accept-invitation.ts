import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import type { AcceptInvitation } from "@/lib/domain/invitation/schema";
import { invitationState } from "@/lib/domain/invitation/state";
import { type Session, startSession } from "@/lib/server/account/start-session";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit, type Tx } from "@/lib/server/commit";
import { toBrand, toMember } from "@/lib/server/event/publish";
import type { Invitation } from "@/prisma/generated/client";
import { invitationTokenHash } from "./invitation-token";
import { joinBrand } from "./join-brand";

const Ids = z.array(z.object({ id: z.string() }));

/**
 * Makes whoever holds an invitation's link a member. The link proves the address, so somebody new is signed in by it at
 * once; an account that exists is not, because this link lives much longer than one to sign in: its owner signs in first
 * (SIGNED_OUT). `userId` is who is signed in, or null; `session` is a new one, for somebody new alone.
 *
 * INVITATION_UNKNOWN, INVITATION_USED, INVITATION_OVER (too old, taken back, the brand is closed, or the member is
 * suspended), INVITATION_OTHER_PERSON. Pressed twice at once, one of them is too late.
 */
export async function acceptInvitation({
  input: { token, displayName, languages },
  userId,
  now,
}: {
  input: AcceptInvitation;
  userId: string | null;
  now: Date;
}): Promise<{ brandSlug: string; session: Session | null }> {
  return commit(async (tx, emit) => {
    const { invitation, brandSlug } = await lockInvitation({ tx, token, now });
    const { email, brandId, language } = invitation;
    const person = await findOrMakeUser({ tx, email, name: displayName, locale: language, userId, now });
    const { memberId } = await joinBrand({ tx, invitation, userId: person.id, displayName, languages, now });
    await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: now, memberId } });
    await recordAudit(tx, {
      brandId,
      actorId: memberId,
      action: "accepted",
      subject: `invitation:${invitation.id}`,
      after: { role: invitation.role },
      at: now,
    });
    emit(toMember(memberId, "sync", {}), toBrand(brandId, "board.changed", {}));
    const session = person.isNew ? await startSession({ tx, userId: person.id, now }) : null;
    return { brandSlug, session };
  });
}

/** The invitation of a link, held until the end of the transaction; refused unless it can still be used. */
async function lockInvitation({
  tx,
  token,
  now,
}: {
  tx: Tx;
  token: string;
  now: Date;
}): Promise<{ invitation: Invitation; brandSlug: string }> {
  const [locked] = Ids.parse(
    await tx.$queryRaw`SELECT id FROM invitations WHERE token_hash = ${invitationTokenHash(token)} FOR NO KEY UPDATE`,
  );
  if (!locked) throw new AppError("INVITATION_UNKNOWN");
  const { brand, ...invitation } = await tx.invitation.findUniqueOrThrow({
    where: { id: locked.id },
    include: { brand: { select: { slug: true, deletedAt: true } } },
  });
  const state = invitationState(invitation, now);
  if (state === "accepted") throw new AppError("INVITATION_USED");
  if (state !== "open" || brand.deletedAt) throw new AppError("INVITATION_OVER");
  return { invitation, brandSlug: brand.slug };
}

/** Who accepts: the person who is signed in, if it is he who was invited, or somebody new. */
async function findOrMakeUser({
  tx,
  email,
  name,
  locale,
  userId,
  now,
}: {
  tx: Tx;
  email: string;
  name: string;
  locale: string;
  userId: string | null;
  now: Date;
}): Promise<{ id: string; isNew: boolean }> {
  const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (userId && known?.id !== userId) throw new AppError("INVITATION_OTHER_PERSON");
  if (known && !userId) throw new AppError("SIGNED_OUT");
  if (known) return { id: known.id, isNew: false };
  const [made] = await tx.user.createManyAndReturn({
    data: [{ email, emailVerified: now, name, locale }],
    skipDuplicates: true,
    select: { id: true },
  });
  // An invitation to another brand made the account in this instant.
  if (!made) throw new AppError("SIGNED_OUT");
  return { id: made.id, isNew: true };
}
