import { apiClient, reply } from "@/lib/client/api";
import type { CreateCampaign } from "@/lib/domain/recruiting/campaign-schema";
import type { AcceptCandidate, DeclineCandidate } from "@/lib/domain/recruiting/candidate-schema";
import type { Mapping } from "@/lib/domain/recruiting/columns";
import { ImportAnswer, type ImportKind } from "@/lib/domain/recruiting/import-schema";

/** What the pages of recruiting ask of the API, for one brand. */
export function recruitingRequests(brand: string) {
  const { candidates, campaigns, "candidate-imports": imports } = apiClient().api.brands[":brand"];
  const candidate = candidates[":candidateId"];
  const on = (candidateId: string) => ({ param: { brand, candidateId } });
  const onNote = (candidateId: string, noteId: string) => ({
    param: { brand, candidateId, candidateNoteId: noteId },
  });
  const campaign = (campaignId: string) => ({ param: { brand, campaignId } });
  return {
    startImport: async (file: File, kind: ImportKind, mapping: Mapping | null) => {
      const form = new FormData();
      form.set("file", file);
      form.set("kind", kind);
      if (mapping) form.set("mapping", JSON.stringify(mapping));
      const sent = fetch(`/api/brands/${brand}/candidate-imports`, { method: "POST", body: form });
      return ImportAnswer.parse(await reply(sent));
    },
    undoImport: (importId: string) => reply(imports[":importId"].undo.$post({ param: { brand, importId } })),
    createCampaign: (json: CreateCampaign) => reply(campaigns.$post({ param: { brand }, json })),
    endCampaign: (id: string) => reply(campaigns[":campaignId"].end.$post(campaign(id))),
    reopenCampaign: (id: string) => reply(campaigns[":campaignId"].reopen.$post(campaign(id))),
    accept: (id: string, json: AcceptCandidate) => reply(candidate.accept.$post({ ...on(id), json })),
    decline: (id: string, json: DeclineCandidate) => reply(candidate.decline.$post({ ...on(id), json })),
    restore: (id: string) => reply(candidate.restore.$post(on(id))),
    invite: (id: string, json: { version: number; message?: string }) =>
      reply(candidate.invite.$post({ ...on(id), json })),
    merge: (id: string, json: { version: number; otherId: string }) =>
      reply(candidate.merge.$post({ ...on(id), json })),
    unmerge: (id: string) => reply(candidate.unmerge.$post(on(id))),
    writeNote: (id: string, text: string) => reply(candidate.notes.$post({ ...on(id), json: { text } })),
    removeNote: (id: string, noteId: string) =>
      reply(candidate.notes[":candidateNoteId"].remove.$post(onNote(id, noteId))),
    restoreNote: (id: string, noteId: string) =>
      reply(candidate.notes[":candidateNoteId"].restore.$post(onNote(id, noteId))),
  };
}
