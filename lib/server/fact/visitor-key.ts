import { createHash } from "node:crypto";

/**
 * Stands for a visitor in facts: the same for the same visitor, and nothing else. Visitors' ids are random, so the key
 * says nothing of anybody once his record is gone.
 */
export function visitorKey(visitorId: string): string {
  return createHash("sha256").update(`fact:${visitorId}`).digest("hex");
}
