import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { monthsSince } from "@/lib/domain/member/months";
import { Languages } from "@/lib/domain/member/schema";
import type { OwnerCard } from "@/lib/domain/recognition/public-view";
import { Names } from "@/lib/domain/schema";
import { dayOf } from "@/lib/server/ownership/owned-view";
import { pictureAddress } from "@/lib/server/picture/picture-address";
import { presentAt } from "@/lib/server/presence/present";
import type { Prisma } from "@/prisma/generated/client";

/** Who has a public page: who wants one, helps as an owner, and has a place in the brand. */
export const isPublic = {
  role: "expert",
  status: { in: ["trial", "active", "paused"] },
  publicProfile: { isPublic: true },
} as const satisfies Prisma.MemberWhereInput;

export const ownerSelect = {
  id: true,
  displayName: true,
  pictureKey: true,
  languages: true,
  capacity: true,
  load: true,
  publicProfile: { select: { slug: true, line: true, place: true } },
  ownerships: {
    orderBy: [{ since: "asc" }, { product: "asc" }],
    select: { product: true, since: true },
  },
  topics: {
    where: { topic: { deletedAt: null } },
    orderBy: { topic: { position: "asc" } },
    select: { thanks: true, topic: { select: { names: true } } },
  },
} as const satisfies Prisma.MemberSelect;

export type OwnerRow = Prisma.MemberGetPayload<{ select: typeof ownerSelect }>;

/** The filter of who could be asked now, for a query beside the owners'. */
export const presentOwners = (brandId: string, now: Date) => ({ brandId, ...presentAt(now) });

/** An owner for everybody's eyes. `isPresent`: he says that he is free, and his screen lives. */
export function ownerCard(row: OwnerRow, isPresent: boolean, now: Date): OwnerCard {
  const { id, displayName, pictureKey, publicProfile, ownerships, topics } = row;
  return {
    slug: publicProfile?.slug ?? "",
    name: displayName,
    initials: initialsOf(displayName),
    tint: tintOf(id),
    pictureUrl: pictureAddress(pictureKey) ?? null,
    presence: isPresent ? (row.load < row.capacity ? "free" : "busy") : null,
    line: publicProfile?.line ?? "",
    place: publicProfile?.place ?? "",
    languages: Languages.catch(["en"]).parse(row.languages),
    owns: ownerships.map(({ product, since }) => ({
      product,
      since: dayOf(since),
      months: monthsSince(since, now),
    })),
    topics: topics.map(({ topic }) => Names.parse(topic.names)),
  };
}
