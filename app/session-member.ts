import { cache } from "react";
import type { MemberActor } from "@/lib/server/account/actor";
import { findMember } from "@/lib/server/member/find-member";
import { listMemberships } from "@/lib/server/member/list-memberships";
import { findPicture } from "@/lib/server/picture/find-picture";
import { requestUser } from "./request";

export type SessionMember = {
  member: MemberActor;
  brand: { slug: string; name: string };
  pictureUrl: string | null;
};

const find = cache(async (brandSlug: string): Promise<SessionMember | null> => {
  const userId = await requestUser();
  if (!userId) return null;
  const [member, memberships] = await Promise.all([
    findMember({ userId, brandSlug }),
    listMemberships({ userId }),
  ]);
  const membership = memberships.find((each) => each.brandSlug === brandSlug);
  if (!member || !membership) return null;
  const pictureUrl = await findPicture({ memberId: member.id });
  return { member, brand: { slug: brandSlug, name: membership.brandName }, pictureUrl };
});

/** The member that the signed-in person is in a brand; null for strangers and for nobody. Asked once a request. */
export function getSessionMember({ brandSlug }: { brandSlug: string }): Promise<SessionMember | null> {
  return find(brandSlug);
}
