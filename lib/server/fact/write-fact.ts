import type { FactKind } from "@/lib/domain/fact/schema";
import type { Tx } from "@/lib/server/commit";
import { visitorKey } from "./visitor-key";

/** Something that happened to a member. `sourceId` is what it comes from: one fact of a kind for each source. */
export type NewFact = {
  brandId: string;
  memberId: string;
  kind: FactKind;
  at: Date;
  sourceId: string;
  topicId?: string | null;
  language?: string | null;
  /** Kept as a key that says nothing of him. */
  visitorId?: string | null;
};

/** Writes a fact, once for each member, kind and source. Returns its id, null when it was there already. */
export async function writeFact({ tx, fact }: { tx: Tx; fact: NewFact }): Promise<string | null> {
  const { visitorId, ...known } = fact;
  const [written] = await tx.fact.createManyAndReturn({
    data: [{ ...known, visitorKey: visitorId ? visitorKey(visitorId) : null }],
    skipDuplicates: true,
    select: { id: true },
  });
  return written?.id ?? null;
}
