import type { Role } from "@/lib/domain/member/role";

/** What a member may do in his brand: a closed list; a role is a row of it. */
const scopesOf = {
  expert: ["desk", "answer"],
  agent: ["desk", "answer", "see-visitor", "see-queue", "observe", "answer-left"],
  manager: ["desk", "answer", "see-visitor", "see-queue", "observe", "answer-left", "board", "moderate"],
  admin: ["desk", "answer", "see-visitor", "see-queue", "observe", "answer-left", "board", "moderate"],
} as const satisfies Record<Role, readonly string[]>;

export type Scope = (typeof scopesOf)[Role][number];

/** One predicate for server, API and screens. */
export function can(role: Role, scope: Scope): boolean {
  return (scopesOf[role] as readonly Scope[]).includes(scope);
}
