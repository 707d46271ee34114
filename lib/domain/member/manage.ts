import { can } from "@/lib/domain/permission/permission";
import type { Role } from "./role";

/** Nobody takes more chats at once (product rule; the database refuses it too). */
export const mostChats = 4;

/** Places that somebody new begins with: experts one, staff two. */
export const firstCapacity: Record<Role, number> = { expert: 1, agent: 2, manager: 2, admin: 2 };

/** A removed member can be brought back for so long. */
export const restorableDays = 30;

/** Whether a member may invite, change or remove people of a role: admins are looked after by admins alone. */
export function mayManage(actor: Role, role: Role): boolean {
  return can(actor, "people") && (role !== "admin" || can(actor, "administer"));
}
