import { z } from "zod";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";

/** All that `joinBrand` changes of a member who comes back. */
const place = {
  role: true,
  status: true,
  stage: true,
  capacity: true,
  capacityRule: true,
  capacityFixed: true,
  capacityWish: true,
  capacityTold: true,
  displayName: true,
  languages: true,
  removedAt: true,
  isOpen: true,
  idleSince: true,
  lapses: true,
  awaySince: true,
} as const satisfies Prisma.MemberSelect;

const Before = z.object({
  place: z.record(z.string(), z.unknown()),
  topics: z.array(z.record(z.string(), z.unknown())),
});

/** What somebody who has left was, held until the end of the transaction; null for who has not, or was never here. */
export async function readMemberBefore(
  tx: Tx,
  { brandId, userId }: { brandId: string; userId: string },
): Promise<Prisma.InputJsonObject | null> {
  await tx.$queryRaw`
    SELECT id FROM members WHERE brand_id = ${brandId} AND user_id = ${userId} FOR NO KEY UPDATE`;
  const left = await tx.member.findFirst({
    where: { brandId, userId, status: "left" },
    select: { ...place, topics: true },
  });
  if (!left) return null;
  const { topics, ...fields } = left;
  return { place: fields, topics } as unknown as Prisma.InputJsonObject;
}

/** Makes a member what he was before: he has left again, as what he had left. */
export async function restoreMemberBefore(
  tx: Tx,
  { memberId, before }: { memberId: string; before: unknown },
): Promise<void> {
  const { place, topics } = Before.parse(before);
  await tx.memberTopic.deleteMany({ where: { memberId } });
  await tx.memberTopic.createMany({ data: topics as unknown as Prisma.MemberTopicCreateManyInput[] });
  await tx.member.update({
    where: { id: memberId },
    data: { ...(place as Prisma.MemberUncheckedUpdateInput), version: { increment: 1 } },
  });
}
