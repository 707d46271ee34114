import type { Fields } from "@/lib/domain/audit/differences";
import { brandSettings } from "@/lib/domain/brand/schema";
import { findContradiction } from "@/lib/domain/brand/setting-rules";
import type { Saved } from "@/lib/domain/brand/view";
import { AppError } from "@/lib/domain/error";
import type { MemberActor } from "@/lib/server/account/actor";
import { type Expected, saveFields } from "@/lib/server/audit/save-fields";
import { commit } from "@/lib/server/commit";
import { toBrand, toMember } from "@/lib/server/event/publish";
import { hoursChanged } from "@/lib/server/hours/hours-changed";
import { climbRamp } from "@/lib/server/member/climb-ramp";
import { refreshAvailability } from "@/lib/server/presence/refresh-availability";
import { selfView } from "@/lib/server/presence/self-view";
import type { Brand } from "@/prisma/generated/client";
import { brandColumns, brandFields, changesHours } from "./brand-fields";

/**
 * Saves fields of the member's brand, as the journal names them, and tells open boards and pages. Errors as in
 * `saveFields`; INVALID_INPUT, naming the setting, for settings that contradict each other.
 */
export async function saveBrand({
  member,
  expected,
  change,
  undoes,
  now,
}: {
  member: MemberActor;
  expected: Expected;
  change: Fields;
  undoes?: bigint;
  now: Date;
}): Promise<Saved> {
  const { brandId } = member;
  let opensOrCloses = false;
  const saved = await commit(async (tx, emit) => {
    let stored: Brand | null = null;
    const answer = await saveFields({
      tx,
      member,
      subject: `brand:${brandId}`,
      expected,
      change,
      undoes,
      now,
      async read() {
        stored = await tx.brand.findFirst({ where: { id: brandId, deletedAt: null } });
        return stored && { version: stored.version, fields: brandFields(stored) };
      },
      async write({ version, after }) {
        if (!stored) throw new AppError("NOT_FOUND");
        const columns = brandColumns(stored, after, now);
        opensOrCloses = changesHours(after);
        const wrong = findContradiction(brandSettings(columns.settings ?? stored.settings));
        if (wrong)
          throw new AppError("INVALID_INPUT", { field: `settings.${wrong}`, problem: "contradiction" });
        return tx.brand.updateMany({
          where: { id: brandId, version, deletedAt: null },
          data: { ...columns, version: { increment: 1 } },
        });
      },
    });
    // The ramp's numbers and thresholds are settings, too.
    const raised = answer.auditId === null ? [] : await climbRamp({ tx, brandId, now });
    for (const memberId of raised)
      emit(toMember(memberId, "self.changed", await selfView({ tx, memberId, now })));
    emit(toBrand(brandId, "board.changed", {}));
    return answer;
  });
  // The promise stands on the button.
  await (opensOrCloses ? hoursChanged({ brandId, now }) : refreshAvailability({ brandId, now }));
  return saved;
}
