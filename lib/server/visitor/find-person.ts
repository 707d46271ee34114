import { AppError } from "@/lib/domain/error";
import { db } from "@/lib/server/database";

/**
 * The visitors that are one person, the one asked for first: himself and, until they are joined, others for whom the
 * brand vouched under the same name. A browser's own id leads to its person. NOT_FOUND in another brand.
 */
export async function findPerson({
  brandId,
  visitorId,
}: {
  brandId: string;
  visitorId: string;
}): Promise<[string, ...string[]]> {
  const select = { id: true, externalId: true } as const;
  const found = await db().visitor.findFirst({
    where: { id: visitorId, brandId },
    select: { ...select, person: { select } },
  });
  if (!found) throw new AppError("NOT_FOUND");
  const { id, externalId } = found.person ?? found;
  if (externalId === null) return [id];
  const others = await db().visitor.findMany({
    where: { brandId, externalId, personId: null, id: { not: id } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return [id, ...others.map((other) => other.id)];
}
