import type { Tx } from "@/lib/server/commit";
import { earnLater } from "./earn-later";
import { type NewFact, writeFact } from "./write-fact";

/**
 * Writes a fact in the caller's transaction and lets a job award, after the commit, what it earns. Safe to call twice:
 * a member has one fact of a kind from one source. Returns whether it is new.
 */
export async function recordFact({ tx, fact }: { tx: Tx; fact: NewFact }): Promise<boolean> {
  const id = await writeFact({ tx, fact });
  if (!id) return false;
  await earnLater({ tx, memberId: fact.memberId });
  return true;
}
