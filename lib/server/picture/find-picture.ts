import { db } from "@/lib/server/database";
import { pictureAddress } from "./picture-address";

/** Where a member's picture is; null without one. */
export async function findPicture({ memberId }: { memberId: string }): Promise<string | null> {
  const row = await db().member.findUnique({ where: { id: memberId }, select: { pictureKey: true } });
  return pictureAddress(row?.pictureKey ?? null) ?? null;
}
