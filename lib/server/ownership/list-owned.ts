import type { OwnedList } from "@/lib/domain/ownership/view";
import { db } from "@/lib/server/database";
import { dayOf, ownedSelect, ownedView } from "./owned-view";

const mostProducts = 50;

/**
 * What a member of the brand owns and says that he owns, and the products that the brand's members have, which spares
 * everybody another spelling. The caller has found him to be of the brand.
 */
export async function listOwned({
  brandId,
  memberId,
  now,
}: {
  brandId: string;
  memberId: string;
  now: Date;
}): Promise<OwnedList> {
  const ofHim = { memberId, member: { brandId } };
  const [owned, claims, products] = await Promise.all([
    db().ownership.findMany({
      where: ofHim,
      orderBy: [{ since: "asc" }, { product: "asc" }],
      select: ownedSelect,
    }),
    db().ownershipClaim.findMany({ where: ofHim, orderBy: [{ statedAt: "desc" }, { id: "asc" }] }),
    db().ownership.groupBy({
      by: ["product"],
      where: { member: { brandId } },
      orderBy: [{ _count: { product: "desc" } }, { product: "asc" }],
      take: mostProducts,
    }),
  ]);
  return {
    owned: owned.map((row) => ownedView(row, now)),
    claims: claims.map(({ id, product, since, statedAt, orderNumber, declinedAt, declinedFor }) => ({
      id,
      product,
      since: dayOf(since),
      statedAt: statedAt.toISOString(),
      hasOrder: orderNumber !== null,
      declinedFor: declinedAt ? (declinedFor ?? "") : null,
    })),
    products: products.map(({ product }) => product),
  };
}
