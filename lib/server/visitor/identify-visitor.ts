import { jwtVerify } from "jose";
import { AppError } from "@/lib/domain/error";
import { IdentityClaims } from "@/lib/domain/visitor/schema";
import type { VisitorActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { joinPerson } from "./join-person";

/** A brand's token may be this old where it does not say itself when it expires. */
const maxTokenAge = "1h";

/**
 * The brand vouches for its visitor: a JWT (HS256) signed with the site's secret, no older than an hour. Anything else
 * is refused with IDENTITY_INVALID and changes nothing. A visitor who is already known as somebody else is refused too:
 * two people are never merged. Browsers of the same person become one visitor, by this word alone.
 */
export async function identifyVisitor({
  visitor,
  token,
}: {
  visitor: VisitorActor;
  token: string;
}): Promise<void> {
  const { secret } = await db().site.findUniqueOrThrow({
    where: { id: visitor.siteId },
    select: { secret: true },
  });
  const verified = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ["HS256"],
    maxTokenAge,
    requiredClaims: ["sub", "iat"],
  }).catch(() => null);
  const claims = IdentityClaims.safeParse(verified?.payload);
  if (!claims.success) throw new AppError("IDENTITY_INVALID");
  const { sub, email, name, facts } = claims.data;
  const { brandId } = visitor;
  await commit(async (tx, emit) => {
    // Two browsers that arrive together would each find nobody of that name.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`person:${brandId}:${sub}`}, 0))::text`;
    const { count } = await tx.visitor.updateMany({
      where: {
        id: visitor.id,
        personId: null,
        erasedAt: null,
        OR: [{ externalId: null }, { externalId: sub }],
      },
      data: {
        externalId: sub,
        profile: { ...(name ? { name } : {}), ...(facts ? { facts } : {}) },
        ...(email ? { email } : {}),
      },
    });
    if (count === 0) throw new AppError("IDENTITY_INVALID");
    await joinPerson({ tx, emit, brandId, externalId: sub });
  });
}
