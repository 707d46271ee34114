import { z } from "zod";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { recordPresence } from "./record-presence";

const Before = z.array(z.object({ until: z.date().nullable() }));

/** Renews the lease of one screen. Returns whether the member was gone before: no screen of his was alive. */
export async function renewLease({
  member,
  screenId,
  isHidden,
  now,
}: {
  member: MemberActor;
  screenId: string;
  /** Whether it lies behind others; left out, it is taken to be looked at or stays as it was said to be. */
  isHidden?: boolean;
  now: Date;
}): Promise<{ wasGone: boolean }> {
  const until = later(now, member.settings.leaseSeconds);
  // A crash of the database may lose a beat of the last moment, and the next one makes up for it: none waits for the disk.
  const rows = await db().$queryRaw`
    WITH quick AS (SELECT set_config('synchronous_commit', 'off', true)),
      before AS (SELECT max(expires_at) AS until FROM quick LEFT JOIN leases ON member_id = ${member.id})
    INSERT INTO leases (member_id, screen_id, expires_at, is_hidden)
    VALUES (${member.id}, ${screenId}, ${until}, ${isHidden ?? false})
    ON CONFLICT (member_id, screen_id) DO UPDATE SET expires_at = excluded.expires_at,
      is_hidden = coalesce(${isHidden ?? null}::boolean, leases.is_hidden)
    RETURNING (SELECT until FROM before) AS until`;
  const before = Before.parse(rows)[0]?.until ?? null;
  if (before && before > now) return { wasGone: false };
  const { id: memberId, brandId } = member;
  await recordPresence(db(), [
    ...(before ? [{ brandId, memberId, kind: "gone" as const, at: before }] : []),
    { brandId, memberId, kind: "there", at: now },
  ]);
  return { wasGone: true };
}
