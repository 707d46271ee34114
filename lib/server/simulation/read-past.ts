import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { brandHours } from "@/lib/domain/hours/schema";
import type { PastDays } from "@/lib/domain/simulation/change";
import { db } from "@/lib/server/database";
import { readPastPeople } from "./read-past-people";
import { readPastQuestions } from "./read-past-questions";

const Brand = z.object({ settings: z.unknown(), hours: z.unknown(), timeZone: z.string() });

/** A brand's past days with its settings as they are now. */
export type BrandPast = { past: PastDays; settings: BrandSettings };

/**
 * Reads what happened in a brand between two moments: its questions (those asked last, `most` at most), and its members
 * with their comings and goings. A few queries, none of them long: indexes on brand and time.
 */
export async function readPast({
  brandId,
  from,
  to,
  most,
}: {
  brandId: string;
  from: Date;
  to: Date;
  most?: number;
}): Promise<BrandPast> {
  const found = await db().brand.findUniqueOrThrow({
    where: { id: brandId },
    select: { settings: true, hours: true, timeZone: true },
  });
  const { settings, hours, timeZone } = Brand.parse(found);
  const { questions, ties } = await readPastQuestions({ brandId, from, to, most });
  const people = await readPastPeople({ brandId, from, to, hours: brandHours(hours), timeZone });
  return {
    settings: brandSettings(settings),
    past: {
      startsAt: from,
      seconds: (to.getTime() - from.getTime()) / 1000,
      people,
      questions: questions.map((question) => ({ ...question, ...ties(question.id) })),
    },
  };
}
