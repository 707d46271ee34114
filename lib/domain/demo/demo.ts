/** Who can be signed in as in the demonstration, by the address `<persona>@example.com`. */
export const demoPersonas = ["nadia", "samir", "ingrid", "julien", "helene"] as const;
export type DemoPersona = (typeof demoPersonas)[number];

/** The address under which a person of the demonstration is known. */
export function demoAddress(persona: DemoPersona): string {
  return `${persona}@example.com`;
}
