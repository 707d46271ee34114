import { type LetterMonth, letterMonth } from "@/lib/domain/recognition/letter";
import { db } from "@/lib/server/database";
import { log } from "@/lib/server/log";
import type { LetterBrand } from "./claim-letter";
import { sendExpertLetter } from "./send-expert-letter";
import { countMonth, sendNumbers } from "./send-numbers";

const living = ["trial", "active", "paused"] as const;

/**
 * Writes the letters of the month that is over, where a brand's clock says so: to those who help, what their help did, and
 * to managers the numbers. Each goes out once for a member and a month, however often this runs; one that fails stops no
 * other, and is tried again by the next run.
 */
export async function sendLetters({ now }: { now: Date }): Promise<void> {
  const brands = await db().brand.findMany({
    where: { deletedAt: null },
    select: { id: true, name: true, slug: true, timeZone: true },
  });
  for (const brand of brands) {
    const month = letterMonth(now, brand.timeZone);
    if (month) await sendOfBrand({ brand, month, now });
  }
}

async function sendOfBrand({ brand, month, now }: { brand: LetterBrand; month: LetterMonth; now: Date }) {
  const firstDay = new Date(`${month.key}-01`);
  const members = await db().member.findMany({
    where: { brandId: brand.id, status: { in: [...living] } },
    select: { id: true, role: true, letters: { where: { month: firstDay }, select: { kind: true } } },
    orderBy: { id: "asc" },
  });
  const due = { brand, month, firstDay, now };
  const counted = once(() => countMonth({ brand, month }));
  for (const { id: memberId, role, letters } of members) {
    const has = (kind: string) => letters.some((letter) => letter.kind === kind);
    try {
      if (!has("expert")) await sendExpertLetter({ ...due, memberId });
      if ((role === "manager" || role === "admin") && !has("manager"))
        await sendNumbers({ ...due, memberId, numbers: await counted() });
    } catch (error) {
      log.error({ memberId, error }, "a monthly letter could not be written");
    }
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
