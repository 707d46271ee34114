import { requestUser } from "@/app/request";
import type { Person } from "@/components/layout/account-menu";
import { can, type Scope } from "@/lib/domain/permission/permission";
import { canCreateBrand } from "@/lib/server/brand/can-create-brand";
import { listMemberships } from "@/lib/server/member/list-memberships";

/**
 * Where the signed-in person can go from a brand's page: the same room of his other brands where he may enter it, else
 * his desk there; and a new brand, if he runs the installation.
 */
export async function requestPlaces({
  brandSlug,
  path,
  scope,
}: {
  brandSlug: string;
  path: string;
  scope: Scope;
}): Promise<Pick<Person, "brands" | "newBrandHref">> {
  const userId = await requestUser();
  if (!userId) return {};
  const [memberships, isOperator] = await Promise.all([
    listMemberships({ userId }),
    canCreateBrand({ userId }),
  ]);
  const room = path.split("/")[1] ?? "desk";
  return {
    brands: memberships.map((membership) => ({
      href: `/${membership.brandSlug}/${can(membership.role, scope) ? room : "desk"}`,
      name: membership.brandName,
      isCurrent: membership.brandSlug === brandSlug,
    })),
    ...(isOperator ? { newBrandHref: "/setup/brand" } : {}),
  };
}
