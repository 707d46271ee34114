import { AppError } from "@/lib/domain/error";
import { type ChangePlace, maxRoomDays } from "@/lib/domain/room/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";

/**
 * Keeps how far a member has read, which announcement his desk has shown him, and until when he wants to hear nothing.
 * What was read stays read: of two screens the further one counts. INVALID_INPUT for a moment more than 90 days away.
 */
export async function changePlace({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: ChangePlace;
  now: Date;
}): Promise<void> {
  const { id: memberId, brandId } = member;
  const { readSeq = 0, toldSeq = 0, quietUntil } = input;
  const quiet = quietUntil ? new Date(quietUntil) : null;
  if (quiet && quiet > later(now, maxRoomDays * 86_400))
    throw new AppError("INVALID_INPUT", { field: "quietUntil", problem: "range" });
  // Nobody has read what was not said.
  await db().$executeRaw`
    INSERT INTO room_places AS p (member_id, brand_id, read_seq, told_seq, quiet_until)
    SELECT ${memberId}, ${brandId}, least(${readSeq}::int, r.last), least(${toldSeq}::int, r.last), ${quiet}::timestamptz
    FROM (SELECT coalesce(max(last_seq), 0) AS last FROM rooms WHERE brand_id = ${brandId}) r
    ON CONFLICT (member_id) DO UPDATE SET
      read_seq = greatest(p.read_seq, excluded.read_seq),
      told_seq = greatest(p.told_seq, excluded.told_seq),
      quiet_until = CASE WHEN ${quietUntil !== undefined} THEN excluded.quiet_until ELSE p.quiet_until END`;
}
