"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type {
  AcceptCandidate,
  CandidateCard,
  DeclineCandidate,
} from "@/lib/domain/recruiting/candidate-schema";
import { recruitingRequests } from "./requests";

export type Subject = Pick<CandidateCard, "id" | "name" | "version">;
type Settled<I> = I extends unknown ? Omit<I, "version"> : never;

/** What managers do with a candidate. Each says what was done, and how to take it back where that can be. */
export function useCandidateActions(brandSlug: string) {
  const t = useTranslations("recruiting.candidate");
  const errorText = useErrorText();
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const requests = recruitingRequests(brandSlug);

  /** Whether it went well; what did not is said. */
  async function act(id: string, run: () => Promise<unknown>, done: string, undo?: () => Promise<unknown>) {
    setBusy(id);
    try {
      await run();
      const back = undo && {
        label: t("undo"),
        onAction: () => void act(id, undo, t("undone")),
      };
      showToast(done, back);
      router.refresh();
      return true;
    } catch (error) {
      showError(errorText(error));
      router.refresh();
      return false;
    } finally {
      setBusy(null);
    }
  }

  return {
    busy,
    accept: ({ id, name, version }: Subject, input: Settled<AcceptCandidate>) =>
      act(
        id,
        () => requests.accept(id, { ...input, version } as AcceptCandidate),
        t("done.accept", { name, status: input.status }),
        () => requests.restore(id),
      ),
    decline: ({ id, name, version }: Subject, input: Settled<DeclineCandidate>) =>
      act(
        id,
        () => requests.decline(id, { ...input, version }),
        t("done.decline", { name }),
        () => requests.restore(id),
      ),
    restore: ({ id, name }: Subject) => act(id, () => requests.restore(id), t("done.restore", { name })),
    invite: ({ id, name, version }: Subject, message?: string) =>
      act(id, () => requests.invite(id, { version, message }), t("done.invite", { name })),
    merge: ({ id, version }: Subject, other: { id: string; name: string }) =>
      act(
        id,
        () => requests.merge(id, { version, otherId: other.id }),
        t("done.merge", { name: other.name }),
        () => requests.unmerge(other.id),
      ),
    unmerge: (id: string, name: string) => act(id, () => requests.unmerge(id), t("done.unmerge", { name })),
    writeNote: (id: string, text: string) => act(id, () => requests.writeNote(id, text), t("done.note")),
    removeNote: (id: string, noteId: string) =>
      act(
        id,
        () => requests.removeNote(id, noteId),
        t("done.noteRemoved"),
        () => requests.restoreNote(id, noteId),
      ),
  };
}
