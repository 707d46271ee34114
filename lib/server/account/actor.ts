import type { BrandSettings } from "@/lib/domain/brand/settings";
import type { Role } from "@/lib/domain/member/role";

/** A signed-in person acting in one brand. Made by the API's guard from the session and the address. */
export type MemberActor = {
  id: string;
  brandId: string;
  brandSlug: string;
  userId: string;
  role: Role;
  displayName: string;
  settings: BrandSettings;
};

/** A visitor acting by the token that only his browser holds. */
export type VisitorActor = { id: string; brandId: string; siteId: string; settings: BrandSettings };

/** One side of a chat. */
export type Party = { member: MemberActor; visitor?: never } | { visitor: VisitorActor; member?: never };
