import { notificationsFor, notificationsOf } from "@/lib/domain/member/notifications";
import type { ProfileView } from "@/lib/domain/member/profile-view";
import { Languages } from "@/lib/domain/member/schema";
import { pushKindsFor, pushName } from "@/lib/domain/push/kind";
import { Names } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { pictureAddress } from "@/lib/server/picture/picture-address";
import { appearanceOf } from "./person-row";

/** A member's own page. */
export async function getProfile({ member }: { member: MemberActor }): Promise<ProfileView> {
  const row = await db().member.findUniqueOrThrow({
    where: { id: member.id },
    include: {
      user: { select: { email: true } },
      topics: {
        where: { topic: { deletedAt: null } },
        orderBy: { topic: { position: "asc" } },
        select: { topic: { select: { names: true } } },
      },
    },
  });
  const choices = notificationsOf(row.notifications);
  const { showsOnButton, capacity, capacityFixed, capacityRule, capacityWish, version } = row;
  return {
    ...appearanceOf(row),
    email: row.user.email,
    pictureUrl: pictureAddress(row.pictureKey) ?? null,
    languages: Languages.catch(["en"]).parse(row.languages),
    showsOnButton,
    topics: row.topics.map(({ topic }) => Names.parse(topic.names)),
    capacity,
    mayTake: capacityFixed ?? capacityRule ?? Math.max(capacity, 1),
    capacityWish,
    notifications: Object.fromEntries(
      [...notificationsFor(row.role), ...pushKindsFor(row.role).map(pushName)].map((name) => [
        name,
        choices[name],
      ]),
    ),
    version,
  };
}
