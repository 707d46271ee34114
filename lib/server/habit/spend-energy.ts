import { z } from "zod";
import { tomorrow } from "@/lib/domain/habit/habit";
import type { Tx } from "@/lib/server/commit";
import { recordPresence } from "@/lib/server/presence/record-presence";
import { memberTime, timeSelect } from "./member-time";

const Spent = z.array(z.object({ used: z.number(), until: z.date() }));

/**
 * A member takes a question: it is counted on his day, by his clocks, once for each question. With the last of the day he
 * rests until tomorrow: he is closed in this very transaction, so that no router asks him again, and open again then. Returns
 * whether he rests now. The caller has not opened his part of the chat yet.
 */
export async function spendEnergy({
  tx,
  memberId,
  questionId,
  now,
}: {
  tx: Tx;
  memberId: string;
  questionId: string;
  now: Date;
}): Promise<boolean> {
  const row = await tx.member.findUniqueOrThrow({ where: { id: memberId }, select: timeSelect });
  const { budget, timeZone } = memberTime(row);
  if (budget === null) return false;
  // A chat that he lost and took up again is the same question.
  if ((await tx.segment.count({ where: { memberId, chat: { questionId } } })) > 0) return false;
  const rows = await tx.$queryRaw`
    UPDATE members SET
      energy_used = CASE WHEN energy_until > ${now} THEN energy_used + 1 ELSE 1 END,
      energy_until = CASE WHEN energy_until > ${now} THEN energy_until ELSE ${tomorrow(now, timeZone)} END
    WHERE id = ${memberId} RETURNING energy_used AS used, energy_until AS until`;
  const [spent] = Spent.parse(rows);
  if (!spent || spent.used < budget) return false;
  const closed = await tx.$executeRaw`
    UPDATE members SET is_open = false, rests_until = ${spent.until},
      follow_at = least(follow_at, ${spent.until})
    WHERE id = ${memberId} AND is_open`;
  if (closed === 0) return false;
  await recordPresence(tx, [{ brandId: row.brandId, memberId, kind: "paused", at: now }]);
  return true;
}
