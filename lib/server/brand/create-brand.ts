import { defaultBadges } from "@/lib/domain/badge/default-badges";
import type { CreateBrand } from "@/lib/domain/brand/schema";
import { defaultSettings } from "@/lib/domain/brand/settings";
import { AppError } from "@/lib/domain/error";
import { stageCapacity } from "@/lib/domain/member/ramp";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { db, isUniqueViolation } from "@/lib/server/database";

/**
 * A new brand with its badges, whose creator becomes its admin. FORBIDDEN for whoever is no operator of the installation;
 * NAME_TAKEN when another brand, a closed one too, has the address.
 */
export async function createBrand({
  userId,
  input,
  now,
}: {
  userId: string;
  input: CreateBrand;
  now: Date;
}): Promise<{ slug: string }> {
  const user = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: { isOperator: true, name: true, email: true },
  });
  if (!user.isOperator) throw new AppError("FORBIDDEN");
  try {
    return await commit(async (tx) => {
      const { id: brandId, slug } = await tx.brand.create({
        data: { ...input, createdAt: now },
        select: { id: true, slug: true },
      });
      await tx.badge.createMany({ data: defaultBadges([]).map((badge) => ({ brandId, ...badge })) });
      const { id: actorId } = await tx.member.create({
        data: {
          brandId,
          userId,
          role: "admin",
          displayName: firstNameOf(user.name ?? user.email),
          languages: input.languages,
          capacity: stageCapacity("new", "admin", defaultSettings),
          capacityRule: stageCapacity("new", "admin", defaultSettings),
          idleSince: now,
        },
        select: { id: true },
      });
      await recordAudit(tx, {
        brandId,
        actorId,
        action: "created",
        subject: `brand:${brandId}`,
        after: input,
        at: now,
      });
      return { slug };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("NAME_TAKEN", { field: "slug" });
    throw error;
  }
}

/** What visitors read: "Claire Martin" is "Claire M." */
function firstNameOf(name: string): string {
  const [first = name, ...others] = name.split("@")[0]?.trim().split(/\s+/) ?? [];
  const last = others.at(-1)?.[0];
  return last ? `${first} ${last.toLocaleUpperCase()}.` : first;
}
