import { createHash, randomBytes } from "node:crypto";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";

/** How long the link works. */
export const SETUP_LINK_HOURS = 24;

/** The form in which a link's token is stored. */
export function setupTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * The token of a fresh one-time link that makes the first admin; earlier unused ones are worth nothing from now on. Null
 * once somebody runs this installation: an operator, or an admin of any brand.
 */
export async function makeSetupLink({ now }: { now: Date }): Promise<string | null> {
  return commit(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('entraide.setup'))`;
    const operators = await tx.user.count({
      where: { OR: [{ isOperator: true }, { members: { some: { role: "admin" } } }] },
    });
    if (operators > 0) return null;
    await tx.setupLink.deleteMany({ where: { usedAt: null } });
    const token = randomBytes(32).toString("base64url");
    await tx.setupLink.create({
      data: {
        tokenHash: setupTokenHash(token),
        createdAt: now,
        expiresAt: later(now, SETUP_LINK_HOURS * 3600),
      },
    });
    return token;
  });
}
