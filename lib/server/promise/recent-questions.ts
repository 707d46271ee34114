import { z } from "zod";
import { type Locale, localeOf } from "@/lib/domain/locale";
import type { Arrivals } from "@/lib/domain/presence/demand";
import type { AnswerSample } from "@/lib/domain/promise/measure";
import { isLeftByWish, sampleOf } from "@/lib/domain/promise/sample";
import { questionStates } from "@/lib/domain/question/view";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";

const hourSeconds = 3_600;
const quarterSeconds = 900;
/** The newest so many speak for the hour. */
const mostQuestions = 2_000;
/** Whoever was not invited cannot be counted: small shares tell little of how many they were. */
const leastShare = 0.1;
/** Within so long nothing of an hour changes that is worth asking the database for. */
const keepMs = 2_000;

const Rows = z.array(
  z.object({
    state: z.enum(questionStates),
    language: z.string(),
    askedAt: z.date(),
    promiseSeconds: z.number(),
    firstAnswerAt: z.date().nullable(),
    endedAt: z.date().nullable(),
    leftAt: z.date().nullable(),
    seats: z.number().nullable(),
    invitedShare: z.number().nullable(),
  }),
);

export type RecentQuestions = {
  samples: AnswerSample[];
  /** What was asked in one language; null: in all. */
  arrivals: (language: Locale | null) => Arrivals;
};

const kept = new Map<string, { from: number; until: number; recent: RecentQuestions }>();

/** How fast the brand's questions of the last hour were answered, and how many there were. Kept for two seconds. */
export async function recentQuestions({
  tx,
  brandId,
  now,
}: {
  tx: Tx;
  brandId: string;
  now: Date;
}): Promise<RecentQuestions> {
  const known = kept.get(brandId);
  const time = now.getTime();
  if (known && known.from <= time && time < known.until) return known.recent;
  const rows = Rows.parse(
    await tx.$queryRaw`
      SELECT state, language, asked_at AS "askedAt", promise_seconds AS "promiseSeconds",
        first_answer_at AS "firstAnswerAt", ended_at AS "endedAt", left_at AS "leftAt", seats,
        invited_share AS "invitedShare"
      FROM questions
      WHERE brand_id = ${brandId} AND asked_at > ${later(now, -hourSeconds)} AND asked_at <= ${now}
      ORDER BY asked_at DESC LIMIT ${mostQuestions}`,
  ).filter((row) => !isLeftByWish(row));
  const quarter = later(now, -quarterSeconds);
  const recent: RecentQuestions = {
    samples: rows.map((row) => sampleOf(row, now)).filter((sample) => sample !== null),
    arrivals(language) {
      const found: Arrivals = { quarter: 0, hour: 0, quarterDemand: 0, hourDemand: 0 };
      for (const row of rows) {
        if (language !== null && localeOf(row.language) !== language) continue;
        const stoodFor = 1 / Math.max(leastShare, row.invitedShare ?? 1);
        found.hour += 1;
        found.hourDemand += stoodFor;
        if (row.askedAt <= quarter) continue;
        found.quarter += 1;
        found.quarterDemand += stoodFor;
      }
      return found;
    },
  };
  kept.set(brandId, { from: time, until: time + keepMs, recent });
  return recent;
}
