import { helperKind, type Role } from "@/lib/domain/member/role";

/** What a member's devices may be told while no page of ours is looked at. Each is switched by himself. */
export const pushKinds = ["offers", "left", "thanks", "badges", "room", "letters", "habit"] as const;
export type PushKind = (typeof pushKinds)[number];

/** The name of a kind among a member's choices. */
export type PushName = `${PushKind}Push`;
export const pushName = (kind: PushKind): PushName => `${kind}Push`;
export const pushNames = pushKinds.map(pushName);

/**
 * The kinds that a member chooses from. Whatever is offered here is sent by somebody: a switch for what never comes would be
 * a false promise.
 */
export function pushKindsFor(role: Role) {
  const shared = ["offers", "left", "thanks", "badges"] as const;
  return helperKind(role) === "owner" ? ([...shared, "habit"] as const) : shared;
}
