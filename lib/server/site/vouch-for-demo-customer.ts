import { SignJWT } from "jose";
import type { z } from "zod";
import type { IdentityClaims } from "@/lib/domain/visitor/schema";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { demoBrandSlug } from "./find-demo-site";

/**
 * The demo shop's word on who its customer is, as any shop's server would give it: a JWT (HS256) signed with the site's
 * secret, good for `lifeSeconds`. The secret stays here. Null unless the installation runs as a demonstration.
 */
export async function vouchForDemoCustomer({
  claims: { sub, ...claims },
  lifeSeconds,
  now,
}: {
  claims: z.infer<typeof IdentityClaims>;
  lifeSeconds: number;
  now: Date;
}): Promise<string | null> {
  if (!env().ENTRAIDE_DEMO) return null;
  const site = await db().site.findFirst({
    where: { brand: { slug: demoBrandSlug } },
    select: { secret: true },
  });
  if (!site) return null;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(sub)
    .setIssuedAt(now)
    .setExpirationTime(later(now, lifeSeconds))
    .sign(new TextEncoder().encode(site.secret));
}
