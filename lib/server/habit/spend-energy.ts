import { z } from "zod";
import { energyBudget } from "@/lib/domain/habit/energy";
import { tomorrow } from "@/lib/domain/habit/habit";
import { helperKind, roles } from "@/lib/domain/member/role";
import type { Tx } from "@/lib/server/commit";
import { recordPresence } from "@/lib/server/presence/record-presence";

const Own = z.tuple([
  z.object({
    brandId: z.string(),
    role: z.enum(roles),
    stored: z.number().nullable(),
    timeZone: z.string(),
    isSame: z.boolean(),
  }),
]);
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
  const [own] = Own.parse(
    await tx.$queryRaw`
      SELECT m.brand_id AS "brandId", m.role, m.energy_budget AS stored, coalesce(m.time_zone, b.time_zone) AS "timeZone",
        EXISTS (SELECT 1 FROM chats c JOIN segments s ON s.chat_id = c.id
          WHERE c.question_id = ${questionId} AND s.member_id = m.id) AS "isSame"
      FROM members m JOIN brands b ON b.id = m.brand_id WHERE m.id = ${memberId}`,
  );
  const budget = energyBudget(own.stored, helperKind(own.role));
  // A chat that he lost and took up again is the same question.
  if (budget === null || own.isSame) return false;
  const rows = await tx.$queryRaw`
    UPDATE members SET
      energy_used = CASE WHEN energy_until > ${now} THEN energy_used + 1 ELSE 1 END,
      energy_until = CASE WHEN energy_until > ${now} THEN energy_until ELSE ${tomorrow(now, own.timeZone)} END
    WHERE id = ${memberId} RETURNING energy_used AS used, energy_until AS until`;
  const [spent] = Spent.parse(rows);
  if (!spent || spent.used < budget) return false;
  const closed = await tx.$executeRaw`
    UPDATE members SET is_open = false, rests_until = ${spent.until},
      follow_at = least(follow_at, ${spent.until})
    WHERE id = ${memberId} AND is_open`;
  if (closed === 0) return false;
  await recordPresence(tx, [{ brandId: own.brandId, memberId, kind: "paused", at: now }]);
  return true;
}
