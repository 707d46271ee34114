import type { BrandSettings } from "@/lib/domain/brand/settings";
import { can } from "@/lib/domain/permission/permission";
import { helperKind, type Role } from "./role";

/** Nobody takes more chats at once (product rule; the database refuses it too). */
export const mostChats = 4;

/** How many chats at once are proposed for somebody new, as the brand has set it. */
export function firstCapacity(
  settings: Pick<BrandSettings, "newExpertCapacity" | "newStaffCapacity">,
  role: Role,
): number {
  return helperKind(role) === "owner" ? settings.newExpertCapacity : settings.newStaffCapacity;
}

/** A removed member can be brought back for so long. */
export const restorableDays = 30;

/** Whether a member may invite, change or remove people of a role: admins are looked after by admins alone. */
export function mayManage(actor: Role, role: Role): boolean {
  return can(actor, "people") && (role !== "admin" || can(actor, "administer"));
}
