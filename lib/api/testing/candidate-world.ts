import { db } from "@/lib/server/database";

/** What a brand's recruiting has that has an id: somebody at every step, a note, a campaign, an import. */
export async function makeCandidates(brandId: string, managerId: string) {
  const at = new Date();
  const candidate = (name: string, stage: string, more: { mergedIntoId?: string } = {}) =>
    db().candidate.create({
      data: {
        ...{ brandId, stage, name, email: `${name}@example.com`, source: "csv", language: "en", ...more },
        ...(stage === "merged" ? { mergeChange: { before: {}, after: {} }, stageBefore: "applied" } : {}),
        ...{ stageAt: at, createdAt: at },
      },
    });
  const applicant = await candidate("applicant", "applied");
  const twin = await candidate("twin", "applied");
  const found = await candidate("found", "found");
  const declined = await candidate("declined", "declined");
  const kept = await candidate("kept", "found");
  const merged = await candidate("merged", "merged", { mergedIntoId: kept.id });
  const note = await db().candidateNote.create({
    data: { candidateId: applicant.id, authorId: managerId, text: "Words", createdAt: at },
  });
  const campaign = await db().campaign.create({
    data: {
      ...{ brandId, kind: "link", name: "Spring", createdById: managerId, createdAt: at },
      code: crypto.randomUUID(),
    },
  });
  const done = await db().candidateImport.create({
    data: {
      ...{ brandId, kind: "csv", fileName: "list.csv", state: "done", options: {}, report: "line,problem\n" },
      ...{ createdById: managerId, createdAt: at },
    },
  });
  return {
    ids: {
      candidateId: applicant.id,
      otherId: twin.id,
      candidateNoteId: note.id,
      campaignId: campaign.id,
      importId: done.id,
    },
    special: {
      "/candidates/{candidateId}/restore": { candidateId: declined.id },
      "/candidates/{candidateId}/invite": { candidateId: found.id },
      "/candidates/{candidateId}/unmerge": { candidateId: merged.id },
    },
  };
}
