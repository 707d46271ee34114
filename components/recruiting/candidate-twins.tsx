"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { CandidateView } from "@/lib/domain/recruiting/candidate-schema";
import type { useCandidateActions } from "./use-candidate-actions";

/** Others who may be the same person. They become one only when a manager says so, and can be taken apart again. */
export function CandidateTwins(props: {
  brandSlug: string;
  candidate: CandidateView;
  actions: ReturnType<typeof useCandidateActions>;
}) {
  const { brandSlug, candidate, actions } = props;
  const { duplicates, merged } = candidate;
  const t = useTranslations("recruiting.twins");
  if (duplicates.length === 0 && merged.length === 0) return null;
  return (
    <section className="cand__part" aria-labelledby="cand-twins">
      <h2 id="cand-twins">{t("title")}</h2>
      <ul className="cand__list">
        {duplicates.map((twin) => (
          <li key={twin.id} className="grid justify-items-start gap-1">
            <Link
              className="strong wrap-anywhere underline"
              href={`/${brandSlug}/community/candidates/${twin.id}`}
            >
              {twin.name}
            </Link>
            {twin.email && <span className="meta wrap-anywhere">{twin.email}</span>}
            <span className="meta">{twin.reasons.map((reason) => t(`reason.${reason}`)).join(" · ")}</span>
            <Button
              size="sm"
              className="mt-1"
              busy={actions.busy === candidate.id}
              onClick={() => void actions.merge(candidate, twin)}
            >
              {t("merge")}
            </Button>
          </li>
        ))}
        {merged.map((other) => (
          <li key={other.id} className="grid justify-items-start gap-1">
            <span className="wrap-anywhere">{t("merged", { name: other.name })}</span>
            <Button look="quiet" size="sm" onClick={() => void actions.unmerge(other.id, other.name)}>
              {t("unmerge")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
