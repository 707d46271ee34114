/** The name as one speaks it: "Nadia B." → "Nadia". */
export function spokenName(name: string): string {
  return name.replace(/\s+\p{L}\.$/u, "");
}
