/** What is kept of a member's comings and goings: what he said, what silence made of it, and what his screens showed. */
export const presenceKinds = ["opened", "paused", "away", "there", "gone"] as const;
export type PresenceKind = (typeof presenceKinds)[number];
