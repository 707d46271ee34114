import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import type { Tx } from "@/lib/server/commit";

const Ids = z.array(z.object({ id: z.string() }));

/**
 * To be called before an admin loses his place or his role, in the same transaction: the brand's admins are locked in
 * the order of their ids, so that of two who take each other's role at once one stays. LAST_ADMIN when nobody but this
 * member is one. `actorId` must still be an admin himself (FORBIDDEN), where another's role is at stake.
 */
export async function keepAnAdmin({
  tx,
  brandId,
  memberId,
  actorId,
}: {
  tx: Tx;
  brandId: string;
  memberId: string;
  actorId: string;
}): Promise<void> {
  const rows = await tx.$queryRaw`
    SELECT id FROM members
    WHERE brand_id = ${brandId} AND role = 'admin' AND status NOT IN ('left', 'suspended')
    ORDER BY id FOR NO KEY UPDATE`;
  const admins = Ids.parse(rows).map(({ id }) => id);
  if (admins.every((id) => id === memberId)) throw new AppError("LAST_ADMIN");
  if (!admins.includes(actorId)) throw new AppError("FORBIDDEN");
}
