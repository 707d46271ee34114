import { candidateLinkDays } from "@/lib/domain/recruiting/application-schema";
import { later } from "@/lib/server/clock";
import { env } from "@/lib/server/env";
import { invitationTokenHash, newInvitationToken } from "@/lib/server/invitation/invitation-token";

/** A page of a brand's community by a token in its address. */
export function candidateUrl(
  brandSlug: string,
  page: "join" | "join/confirm" | "join/welcome",
  token: string,
) {
  const name = page === "join" ? "invitation" : "token";
  return new URL(`/community/${brandSlug}/${page}?${name}=${token}`, env().NEXTAUTH_URL).href;
}

/** A new secret for a candidate's link, what is stored of it, and until when it works. */
export function newCandidateLink(now: Date): { token: string; hash: string; until: Date } {
  const token = newInvitationToken();
  return { token, hash: invitationTokenHash(token), until: later(now, candidateLinkDays * 86_400) };
}
