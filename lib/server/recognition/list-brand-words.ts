import type { BrandWords } from "@/lib/domain/recognition/words-view";
import { db } from "@/lib/server/database";
import { shownSelect, shownWords } from "./shown-words";

const most = 30;

/** Words of thanks that visitors let be shown, hidden ones too, newest first; and how thanks held two weeks later. */
export async function listBrandWords({
  brandId,
  before,
}: {
  brandId: string;
  before?: string | undefined;
}): Promise<BrandWords> {
  const [rows, answers] = await Promise.all([
    db().thanks.findMany({
      where: {
        brandId,
        counts: true,
        member: { role: "expert" },
        rating: { showsWords: true, words: { not: null } },
        visitor: { erasedAt: null },
      },
      orderBy: [{ thankedAt: "desc" }, { id: "desc" }],
      take: most + 1,
      ...(before ? { cursor: { id: before }, skip: 1 } : {}),
      select: shownSelect,
    }),
    db().thanksReturn.groupBy({
      by: ["answer"],
      where: { brandId, answer: { not: null }, rating: { thanks: { counts: true } } },
      _count: true,
    }),
  ]);
  const counted = (answer: "yes" | "partly" | "no") =>
    answers.find((each) => each.answer === answer)?._count ?? 0;
  const page = rows.slice(0, most);
  return {
    words: page.map(shownWords),
    next: rows.length > most ? (page.at(-1)?.id ?? null) : null,
    lasting: { yes: counted("yes"), partly: counted("partly"), no: counted("no") },
  };
}
