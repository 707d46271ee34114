import { z } from "zod";
import { answeringStatuses } from "@/lib/domain/member/status";
import { type CommunityFigures, shownFigures } from "@/lib/domain/recruiting/figures";
import { db } from "@/lib/server/database";
import { usualAnswerSeconds } from "@/lib/server/presence/usual-answer-seconds";
import type { PublicBrand } from "./find-public-brand";

const Row = z.tuple([z.object({ helped: z.number() })]);

/** What a brand's public pages may say of its community at `now`, counted from what happened. */
export async function getCommunityFigures({
  brand: { id: brandId, settings },
  now,
}: {
  brand: Pick<PublicBrand, "id" | "settings">;
  now: Date;
}): Promise<CommunityFigures> {
  const [[{ helped }], owners, answerSeconds] = await Promise.all([
    // Owners' help alone: thanks to staff are not the community's. What a review holds or refused is no help.
    db().$queryRaw`
      SELECT count(DISTINCT t.visitor_id)::int AS helped
      FROM thanks t JOIN members m ON m.id = t.member_id
      WHERE t.brand_id = ${brandId} AND m.role = 'expert' AND t.counts AND t.thanked_at <= ${now}`.then(
      (rows) => Row.parse(rows),
    ),
    db().member.count({ where: { brandId, role: "expert", status: { in: [...answeringStatuses] } } }),
    usualAnswerSeconds({ tx: db(), brandId, atLeast: settings.usualAnswerFrom, now }),
  ]);
  return shownFigures({ peopleHelped: helped, answerSeconds, owners });
}
