import { createHmac } from "node:crypto";
import { jwtVerify } from "jose";
import { AppError } from "@/lib/domain/error";
import { OwnershipClaims } from "@/lib/domain/ownership/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { notInFuture } from "./not-in-future";
import { writeOwnership } from "./write-ownership";

/** As for visitors' tokens: a brand's word may be this old where it does not say itself when it expires. */
const maxTokenAge = "1h";

/** One customer's product, as a digest by which nobody can find the customer. */
function keyOf(brandId: string, customer: string, product: string): string {
  const said = JSON.stringify([brandId, customer, product]);
  return createHmac("sha256", env().VISITOR_TOKEN_SECRET).update(`owns:${said}`).digest("hex");
}

/**
 * The brand vouches for what a member owns: a JWT (HS256) signed with the secret of one of its sites, no older than an
 * hour. OWNERSHIP_TOKEN_INVALID for anything else, and for a token that names another address than his;
 * OWNERSHIP_SPENT when this customer's product speaks for another member already. Twice is done already.
 */
export async function proveByToken({
  member: { id: memberId, brandId, userId },
  token,
  now,
}: {
  member: MemberActor;
  token: string;
  now: Date;
}): Promise<void> {
  const sites = await db().site.findMany({ where: { brandId, deletedAt: null }, select: { secret: true } });
  const verified = await Promise.all(
    sites.map(({ secret }) =>
      jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ["HS256"],
        maxTokenAge,
        requiredClaims: ["sub", "iat"],
        currentDate: now,
      }).catch(() => null),
    ),
  );
  const claims = OwnershipClaims.safeParse(verified.find((each) => each !== null)?.payload);
  if (!claims.success) throw new AppError("OWNERSHIP_TOKEN_INVALID");
  const { sub, email, owns } = claims.data;
  const user = await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  if (email && email.toLowerCase() !== user.email.toLowerCase())
    throw new AppError("OWNERSHIP_TOKEN_INVALID");
  for (const { since } of owns) notInFuture(since, now);
  await commit(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`owns:${brandId}:${sub}`}, 0))::text`;
    for (const { product, since } of owns) {
      const proofKey = keyOf(brandId, sub, product);
      const spent = await tx.ownership.count({ where: { proofKey, memberId: { not: memberId } } });
      if (spent > 0) throw new AppError("OWNERSHIP_SPENT", { product });
      await writeOwnership({
        tx,
        brandId,
        memberId,
        product,
        since: new Date(since),
        proof: "token",
        proofKey,
        actorId: memberId,
        now,
      });
    }
  });
}
