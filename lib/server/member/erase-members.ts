import { pseudonymOf } from "@/lib/domain/member/pseudonym";
import { commit, type Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import { eraseCandidates } from "@/lib/server/recruiting/erase-candidates";

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
  const { userId, role, brandId, displayName, pictureKey, brand, user } = await tx.member.findUniqueOrThrow({
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
  const candidates = await tx.candidate.findMany({
    where: { brandId, OR: [{ memberId }, { email: { equals: user.email, mode: "insensitive" } }] },
    select: { id: true, email: true },
  });
  await eraseCandidates({
    tx,
    brandId,
    candidateIds: candidates.map(({ id }) => id),
    emails: [user.email, ...candidates.flatMap(({ email }) => email ?? [])],
  });
  const pseudonym = pseudonymOf(memberId, role, brand.languages[0] ?? "en");
  await renameInChats(tx, { brandId, memberId, displayName, pseudonym });
  await emptyJournal(tx, { brandId, memberId });
  // The row needs somebody: one of whom nothing is known, and as whom nobody can sign in.
  const nobody = await tx.user.create({ data: { email: `${memberId}@erased.invalid` } });
  await tx.member.update({
    where: { id: memberId },
    data: {
      userId: nobody.id,
      displayName: pseudonym,
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

/** The lines of chats that say who came, went or was meant hold his names as they were: they call him as he is called now. */
async function renameInChats(
  tx: Tx,
  {
    brandId,
    memberId,
    displayName,
    pseudonym,
  }: { brandId: string; memberId: string; displayName: string; pseudonym: string },
): Promise<void> {
  for (const field of ["name", "toName"])
    await tx.$executeRaw`
      UPDATE messages SET system = jsonb_set(system, ARRAY[${field}::text], to_jsonb(${pseudonym}::text))
      WHERE author = 'system' AND system ->> ${field}::text IN (
        SELECT ${displayName}::text
        UNION SELECT before ->> 'displayName' FROM audits
          WHERE brand_id = ${brandId} AND subject = ${`member:${memberId}`} AND before ? 'displayName')
      AND chat_id IN (
        SELECT chat_id FROM segments WHERE member_id = ${memberId}
        UNION SELECT c.id FROM chats c JOIN offers o ON o.question_id = c.question_id
          WHERE o.member_id = ${memberId})`;
}

/** What the journal says of him becomes that something happened, when, and by whom; the database opens it for this alone. */
async function emptyJournal(
  tx: Tx,
  { brandId, memberId }: { brandId: string; memberId: string },
): Promise<void> {
  const subject = `member:${memberId}`;
  await tx.$executeRaw`SELECT set_config('entraide.erased_member', ${subject}, true)`;
  await tx.$executeRaw`
    UPDATE audits SET before = NULL, after = NULL WHERE brand_id = ${brandId} AND subject = ${subject}`;
}
