import { env } from "@/lib/server/env";

/** Where what records name can be read, by a brand's slug; keys are the installation's. */
export function openBadgePlaces(brandSlug: string) {
  const { NEXTAUTH_URL } = env();
  const at = `${NEXTAUTH_URL}/api/open-badges/${brandSlug}`;
  return {
    issuer: at,
    community: `${NEXTAUTH_URL}/community/${brandSlug}`,
    revocations: `${at}/revocations`,
    badge: (key: string) => `${at}/badges/${key}`,
    key: (kid: string) => `${NEXTAUTH_URL}/api/open-badges/keys/${kid}`,
  };
}
