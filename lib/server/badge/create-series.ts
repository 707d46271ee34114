import { randomBytes } from "node:crypto";
import { seriesLevels } from "@/lib/domain/badge/default-badges";
import type { CreateSeries } from "@/lib/domain/badge/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { commit } from "@/lib/server/commit";
import { recomputeLater, topicSlug } from "./series-rows";

/**
 * Adds a series of badges, which counts what happened before, too: who has done enough has it from now on. NOT_FOUND for
 * a topic of another brand; INVALID_INPUT for the family of topics without one. Returns the series' id.
 */
export async function createSeries({
  member,
  input,
  now,
}: {
  member: MemberActor;
  input: CreateSeries;
  now: Date;
}): Promise<{ id: string }> {
  const { brandId } = member;
  const { family, names, icon, counts, topicId } = input;
  return commit(async (tx) => {
    const topic = await topicSlug({ tx, brandId, family, topicId });
    const series = `${family}-${randomBytes(6).toString("hex")}`;
    const [first] = await tx.badge.createManyAndReturn({
      data: seriesLevels({ family, series, names, icon, counts, topic }).map((level) => ({
        ...level,
        brandId,
        ruleSince: now,
      })),
      select: { id: true },
    });
    if (!first) throw new Error("a series without a level");
    await recordAudit(tx, {
      brandId,
      actorId: member.id,
      action: "created",
      subject: `badge:${first.id}`,
      after: { names, counts },
      at: now,
    });
    await recomputeLater({ tx, brandId });
    return { id: first.id };
  });
}
