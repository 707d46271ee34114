import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import { invitationState } from "@/lib/domain/invitation/state";
import type { InvitationPage } from "@/lib/domain/invitation/view";
import { localeOf } from "@/lib/domain/locale";
import { Locale } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { invitationTokenHash } from "./invitation-token";

const Languages = z.array(Locale).min(1).catch(["en", "fr"]);

/**
 * What the page of a link shows to whoever holds it; looking changes nothing, since mail scanners look too. `userId` is
 * who is signed in, or null. INVITATION_UNKNOWN for a link that leads nowhere, also after a newer one was mailed.
 */
export async function getInvitation({
  token,
  userId,
  now,
}: {
  token: string;
  userId: string | null;
  now: Date;
}): Promise<InvitationPage> {
  const invitation = await db().invitation.findUnique({
    where: { tokenHash: invitationTokenHash(token) },
    include: { brand: { select: { name: true, slug: true, languages: true, deletedAt: true } } },
  });
  if (!invitation) throw new AppError("INVITATION_UNKNOWN");
  const { brand, brandId, email, role, language, expiresAt, invitedById } = invitation;
  const [inviter, account] = await Promise.all([
    db().member.findFirst({ where: { id: invitedById, brandId }, select: { displayName: true } }),
    db().user.findUnique({ where: { email }, select: { id: true, name: true } }),
  ]);
  const isInvited = account !== null && account.id === userId;
  const isMember =
    isInvited &&
    (await db().member.count({
      where: { userId, brandId, status: { notIn: ["left", "suspended"] } },
    })) > 0;
  return {
    state: brand.deletedAt ? "closed" : invitationState(invitation, now),
    brand: { name: brand.name, slug: brand.slug },
    languages: Languages.parse(brand.languages),
    role,
    invitedBy: inviter?.displayName ?? null,
    email,
    language: localeOf(language),
    expiresAt: expiresAt.toISOString(),
    viewer: isMember ? "member" : isInvited ? "invited" : userId ? "other" : account ? "known" : "new",
    name: isInvited ? account.name : null,
  };
}
