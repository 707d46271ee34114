import { AppError } from "@/lib/domain/error";
import { type ImportView, ImportView as View } from "@/lib/domain/recruiting/import-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";

const mostRows = 50;
const select = {
  id: true,
  kind: true,
  fileName: true,
  state: true,
  total: true,
  done: true,
  added: true,
  refused: true,
  problem: true,
  createdAt: true,
  createdById: true,
} as const;

/** A brand's newest files of candidates, 50 at most. */
export async function listImports({ member: { brandId } }: { member: MemberActor }): Promise<ImportView[]> {
  const rows = await db().candidateImport.findMany({
    where: { brandId },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: mostRows,
    select,
  });
  const makers = await db().member.findMany({
    where: { brandId, id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, displayName: true },
  });
  const nameOf = new Map(makers.map(({ id, displayName }) => [id, displayName]));
  // Reports may be large: whether there is one is all that a list says.
  const reported = await db().candidateImport.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, report: { not: null } },
    select: { id: true },
  });
  const withReport = new Set(reported.map(({ id }) => id));
  return rows.map(({ createdById, createdAt, ...row }) =>
    View.parse({
      ...row,
      hasReport: withReport.has(row.id),
      createdAt: createdAt.toISOString(),
      createdBy: nameOf.get(createdById) ?? "",
    }),
  );
}

/** The lines of a file that were refused, as CSV; NOT_FOUND also where there are none. */
export async function getImportReport({
  member: { brandId },
  importId,
}: {
  member: MemberActor;
  importId: string;
}): Promise<string> {
  const found = await db().candidateImport.findFirst({
    where: { id: importId, brandId },
    select: { report: true },
  });
  if (!found?.report) throw new AppError("NOT_FOUND");
  return found.report;
}

/**
 * Takes a file back: whom it found and nobody has worked with since (invited, declined, merged, noted) is gone. NOT_FOUND,
 * UNDO_TOO_LATE for a file that is not done. Answers how many went and how many stay.
 */
export async function undoImport({
  member: { brandId },
  importId,
}: {
  member: MemberActor;
  importId: string;
}): Promise<{ removed: number; kept: number }> {
  return commit(async (tx) => {
    const { count } = await tx.candidateImport.updateMany({
      where: { id: importId, brandId, state: "done" },
      data: { state: "undone", report: null },
    });
    if (count === 0) {
      const isThere = await tx.candidateImport.count({ where: { id: importId, brandId } });
      throw new AppError(isThere ? "UNDO_TOO_LATE" : "NOT_FOUND");
    }
    const removed = await tx.candidate.deleteMany({
      where: { brandId, importId, stage: "found", version: 1, notes: { none: {} } },
    });
    const kept = await tx.candidate.count({ where: { brandId, importId } });
    return { removed: removed.count, kept };
  });
}
