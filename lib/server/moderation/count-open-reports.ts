import { db } from "@/lib/server/database";
import { subjectOf } from "./subject-of";

/** How many messages and people have open reports. */
export async function countOpenReports({ brandId }: { brandId: string }): Promise<number> {
  const flags = await db().flag.findMany({
    where: { brandId, resolvedAt: null },
    select: { messageId: true, memberId: true, visitorId: true },
  });
  return new Set(flags.map(subjectOf)).size;
}
