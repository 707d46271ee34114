import type { TrustView } from "@/lib/domain/trust/view";
import { db } from "@/lib/server/database";
import { readTrust } from "./read-trust";

/** A member's trust with its reasons; null for staff, and for whoever has no place in the brand. */
export async function getTrust({
  brandId,
  memberId,
  now,
}: {
  brandId: string;
  memberId: string;
  now: Date;
}): Promise<TrustView | null> {
  return (await readTrust({ tx: db(), brandId, memberIds: [memberId], now })).get(memberId) ?? null;
}
