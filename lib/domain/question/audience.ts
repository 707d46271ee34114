/** Who may be asked a question: whoever fits, staff alone, or experts (whom visitors call owners) first of all. */
export const audiences = ["anybody", "staff", "owners"] as const;
export type Audience = (typeof audiences)[number];
