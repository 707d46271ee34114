import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { retried } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { publish, toVisitor } from "@/lib/server/event/publish";
import { visitorQuestion } from "@/lib/server/question/visitor-question";

const Found = z.array(z.object({ id: z.string(), visitorId: z.string() }));

/** The member's screen shows the offer. Later than its deadline, or twice, it changes nothing. NOT_FOUND for others'. */
export async function confirmDelivery({
  member,
  offerId,
  now,
}: {
  member: MemberActor;
  offerId: string;
  now: Date;
}): Promise<void> {
  // The question's row first, as everywhere: its lock comes before those of offers and members.
  const rows = await retried(
    () => db().$queryRaw`
      WITH question AS (
        UPDATE questions SET version = version + 1
        WHERE id = (SELECT question_id FROM offers
          WHERE id = ${offerId} AND member_id = ${member.id} AND state = 'made' AND expires_at > ${now})
        RETURNING id, visitor_id
      ), shown AS (
        UPDATE offers SET state = 'delivered', delivered_at = ${now}
        FROM question WHERE offers.id = ${offerId} AND offers.state = 'made'
      )
      SELECT id, visitor_id AS "visitorId" FROM question`,
  );
  const [question] = Found.parse(rows);
  if (!question) {
    if ((await db().offer.count({ where: { id: offerId, memberId: member.id } })) === 0)
      throw new AppError("NOT_FOUND");
    return;
  }
  const changed = await visitorQuestion({ tx: db(), questionId: question.id, now });
  await publish([toVisitor(question.visitorId, "question.changed", changed)]);
}
