import { randomUUID } from "node:crypto";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import type { Prisma } from "@/prisma/generated/client";
import { makeMember, morning, type TestBrand } from "./world";

/** So many experts who are there all day and know batteries, in a few statements; the n-th has been idle for n seconds. */
export async function makeCrowd(
  brand: TestBrand,
  count: number,
  dataOf: (n: number) => Partial<Prisma.MemberCreateManyInput> = () => ({}),
): Promise<MemberActor[]> {
  const first = await makeMember(brand, { idleSince: morning, ...dataOf(0) });
  const users = await db().user.createManyAndReturn({
    data: Array.from({ length: count - 1 }, (_, n) => ({
      name: `Member ${n}`,
      email: `${randomUUID()}@example.com`,
    })),
  });
  const members = await db().member.createManyAndReturn({
    data: users.map(({ id, name }, n) => ({
      brandId: brand.id,
      userId: id,
      role: "expert" as const,
      displayName: name ?? "",
      languages: ["en", "fr"],
      isOpen: true,
      chatsHeld: 1,
      idleSince: later(morning, -n - 1),
      ...dataOf(n + 1),
    })),
  });
  const people = [
    first,
    ...members.map(({ id, userId, role, displayName }) => ({ ...first, id, userId, role, displayName })),
  ];
  const ids = people.map(({ id }) => id);
  await db().lease.createMany({
    data: ids.map((memberId) => ({ memberId, screenId: "screen-one", expiresAt: later(morning, 86_400) })),
  });
  await db().memberTopic.createMany({
    data: ids.map((memberId) => ({ memberId, topicId: brand.topics.battery.id })),
  });
  return people;
}
