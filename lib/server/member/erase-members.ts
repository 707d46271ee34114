import { pseudonymOf } from "@/lib/domain/member/pseudonym";
import { commit, type Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";

/**
 * Makes erasures final whose day has come. One failure stops no other; what a process left undone is found again the
 * next night.
 */
export async function eraseMembers({ now }: { now: Date }): Promise<void> {
  const due = await db().member.findMany({
    where: { status: "left", erasedAt: null, eraseAt: { lte: now } },
    orderBy: { eraseAt: "asc" },
    select: { id: true },
  });
  for (const { id } of due) {
    await commit((tx) => eraseMember(tx, id, now)).catch((error) =>
      log.error({ memberId: id, error: String(error) }, "a member could not be erased"),
    );
  }
}

/**
 * What says something of him goes: name, picture, languages, hours, what he owns and knows, training, badges, public page,
 * his account unless it has another use. What others read stays under a pseudonym: his words in chats and in the room.
 * Numbers stay true: thanks, ratings and facts, which name nobody.
 */
async function eraseMember(tx: Tx, memberId: string, now: Date): Promise<void> {
  // He may have taken it back a moment ago.
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM members WHERE id = ${memberId} AND status = 'left' AND erased_at IS NULL AND erase_at <= ${now}
    FOR NO KEY UPDATE`;
  if (!locked) return;
  const { userId, role, brandId, pictureKey, brand, user } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { brand: { select: { languages: true } }, user: { select: { email: true } } },
  });
  const his = { where: { memberId } };
  await tx.publicProfile.deleteMany(his);
  await tx.ownershipClaim.deleteMany(his);
  await tx.ownership.deleteMany(his);
  await tx.memberTopic.deleteMany(his);
  await tx.award.deleteMany(his);
  await tx.letter.deleteMany(his);
  await tx.lease.deleteMany(his);
  await tx.roomPlace.deleteMany(his);
  await tx.trainingMark.deleteMany(his);
  await tx.trainingStep.deleteMany(his);
  await tx.quizAttempt.deleteMany(his);
  await tx.coachNote.deleteMany({ where: { learnerId: memberId } });
  await tx.coaching.deleteMany({ where: { OR: [{ learnerId: memberId }, { coachId: memberId }] } });
  await tx.invitation.deleteMany({ where: { brandId, email: { equals: user.email, mode: "insensitive" } } });
  await tx.candidate.deleteMany({ where: { brandId, email: { equals: user.email, mode: "insensitive" } } });
  // The row needs somebody: one of whom nothing is known, and as whom nobody can sign in.
  const nobody = await tx.user.create({ data: { email: `${memberId}@erased.invalid` } });
  await tx.member.update({
    where: { id: memberId },
    data: {
      userId: nobody.id,
      displayName: pseudonymOf(memberId, role, brand.languages[0] ?? "en"),
      languages: [],
      pictureKey: null,
      showsOnButton: false,
      notifications: {},
      timeZone: null,
      habits: [],
      quietHours: undefined,
      lastSeenAt: null,
      trustReason: null,
      eraseAt: null,
      erasedAt: now,
      version: { increment: 1 },
    },
  });
  await tx.$executeRaw`UPDATE members SET quiet_hours = NULL WHERE id = ${memberId}`;
  await tx.user.deleteMany({ where: { id: userId, isOperator: false, members: { none: {} } } });
  if (pictureKey)
    await tx.$executeRaw`
      SELECT graphile_worker.add_job('remove-files', json_build_object('keys', ARRAY[${pictureKey}]::text[]))`;
}
