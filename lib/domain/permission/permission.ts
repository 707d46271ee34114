import type { Role } from "@/lib/domain/member/role";

const expert = ["desk", "answer"] as const;
const agent = [
  ...expert,
  "see-visitor",
  "see-queue",
  "observe",
  "answer-left",
  /** Past and running conversations, their notes, and the canned replies. */
  "conversations",
] as const;
const manager = [
  ...agent,
  "board",
  "moderate",
  /** Erase a visitor and everything of him. */
  "erase",
  /** Invite, change and remove people below admin. */
  "people",
  /** Topics, defaults, languages, privacy, the journal. */
  "settings",
] as const;

/** What a member may do in his brand: a closed list; a role is a row of it. */
const scopesOf = {
  expert: [...expert],
  agent: [...agent],
  manager: [...manager],
  admin: [...manager, "administer"],
} as const satisfies Record<Role, readonly string[]>;

export type Scope = (typeof scopesOf)[Role][number];

/** One predicate for server, API and screens. */
export function can(role: Role, scope: Scope): boolean {
  return (scopesOf[role] as readonly Scope[]).includes(scope);
}
