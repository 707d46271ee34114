export const roles = ["expert", "agent", "manager", "admin"] as const;
export type Role = (typeof roles)[number];

/** How a helper appears to people: an owner is a customer who knows the product, staff work for the brand. */
export type HelperKind = "owner" | "staff";

/** Experts are owners; every other role is staff. */
export function helperKind(role: Role): HelperKind {
  return role === "expert" ? "owner" : "staff";
}
