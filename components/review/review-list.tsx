"use client";

import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { useSaid } from "@/components/settings/use-undo";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { TextField } from "@/components/ui/field";
import { showError } from "@/components/ui/toast";
import { apiClient, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { DecideReview } from "@/lib/domain/review/schema";
import type { ReviewList as Reviews, ReviewView } from "@/lib/domain/review/view";

function reviewRequests(brand: string) {
  const { reviews } = apiClient().api.brands[":brand"];
  return {
    list: () => reply(reviews.$get({ param: { brand } })),
    decide: (reviewId: string, json: DecideReview) =>
      reply(reviews[":reviewId"].decide.$post({ param: { brand, reviewId }, json })),
  };
}

/** Thanks that look arranged: what was seen in plain words, and the way to let them count or not. */
export function ReviewList(props: { brandSlug: string; initial: Reviews }) {
  const { brandSlug } = props;
  const t = useTranslations("review");
  const errorText = useErrorText();
  const [requests] = useState(() => reviewRequests(brandSlug));
  const [{ open, decided }, setReviews] = useState(props.initial);
  const reread = async () => setReviews(await requests.list());
  const said = useSaid(brandSlug, reread);
  const decide = async (review: ReviewView, outcome: DecideReview["outcome"], reason: string) => {
    try {
      const { auditId } = await requests.decide(review.id, { outcome, ...(reason ? { reason } : {}) });
      await reread();
      said(t(outcome === "counts" ? "counted" : "refused"), auditId);
    } catch (error) {
      showError(errorText(error));
      await reread().catch(() => undefined);
    }
  };
  return (
    <div className="grid gap-10">
      <section className="grid gap-4" aria-labelledby="reviews-open">
        <h2 className="t-title" id="reviews-open">
          {t("open")}
        </h2>
        {open.length === 0 ? (
          <Empty icon={ShieldCheck} title={t("none")}>
            {t("noneText")}
          </Empty>
        ) : (
          open.map((review) => (
            <OneReview key={review.id} brandSlug={brandSlug} review={review}>
              {review.concernsReader ? (
                <NotYours brandSlug={brandSlug} deciders={review.deciders} />
              ) : (
                <Decision
                  name={review.member.name}
                  decide={(outcome, reason) => decide(review, outcome, reason)}
                />
              )}
            </OneReview>
          ))
        )}
      </section>
      {decided.length > 0 && (
        <section className="grid gap-4" aria-labelledby="reviews-decided">
          <h2 className="t-title" id="reviews-decided">
            {t("decided")}
          </h2>
          {decided.map((review) => (
            <OneReview key={review.id} brandSlug={brandSlug} review={review}>
              <Was review={review} />
            </OneReview>
          ))}
        </section>
      )}
    </div>
  );
}

function OneReview(props: { brandSlug: string; review: ReviewView; children: ReactNode }) {
  const { brandSlug, review } = props;
  const t = useTranslations("review");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  const name = review.member.name;
  return (
    <article className="card card__pad grid gap-4" aria-label={name}>
      <div className="grid gap-1">
        <h3 className="t-body strong">{name}</h3>
        <p>{t(review.kind, { name: spokenName(name), other: spokenName(review.other?.name ?? "") })}</p>
      </div>
      <section className="overflow-x-auto" aria-label={t("thanks")}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("when")}</th>
              <th scope="col">{t("from")}</th>
              <th scope="col">{t("to")}</th>
              <th scope="col">{t("about")}</th>
              <th scope="col">{t("state")}</th>
            </tr>
          </thead>
          <tbody>
            {review.thanks.map((thanks) => (
              <tr key={thanks.id}>
                <td>
                  <Link className="underline" href={`/${brandSlug}/conversations/${thanks.questionId}`}>
                    {format.dateTime(new Date(thanks.at), { dateStyle: "medium", timeStyle: "short" })}
                  </Link>
                </td>
                <td>{thanks.from ?? t("somebody")}</td>
                <td>{thanks.to}</td>
                <td>{thanks.topic?.[locale] ?? "–"}</td>
                <td>{t(thanks.counts ? "yes" : review.decision ? "no" : "notYet")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {props.children}
    </article>
  );
}

/** It is about whoever reads it: who decides instead, or how somebody could. */
function NotYours({ brandSlug, deciders }: { brandSlug: string; deciders: readonly string[] }) {
  const t = useTranslations("review");
  const format = useFormatter();
  if (deciders.length > 0)
    return <p>{t("yours", { names: format.list(deciders.map(spokenName), { type: "disjunction" }) })}</p>;
  return (
    <p>
      {t("yoursAlone")}{" "}
      <Link className="underline" href={`/${brandSlug}/people/invitations`}>
        {t("invite")}
      </Link>
    </p>
  );
}

function Decision(props: {
  name: string;
  decide: (outcome: DecideReview["outcome"], reason: string) => Promise<void>;
}) {
  const t = useTranslations("review");
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState<DecideReview["outcome"] | null>(null);
  const run = async (outcome: DecideReview["outcome"]) => {
    setBusy(outcome);
    await props.decide(outcome, reason.trim());
    setBusy(null);
  };
  return (
    <div className="grid gap-3">
      <TextField
        label={t("note")}
        optional={t("optional")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p className="meta">{t("effect")}</p>
      <div className="flex flex-wrap gap-2">
        {(["counts", "refused"] as const).map((outcome) => (
          <Button
            key={outcome}
            busy={busy === outcome}
            busyLabel={t("deciding")}
            disabled={busy !== null && busy !== outcome}
            onClick={() => void run(outcome)}
          >
            {t(outcome === "counts" ? "count" : "refuse")}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Was({ review: { decision } }: { review: ReviewView }) {
  const t = useTranslations("review");
  const format = useFormatter();
  if (!decision) return null;
  const { outcome, at, by, reason } = decision;
  return (
    <div className="grid gap-1">
      <p className="meta">
        {t("was", {
          outcome,
          by: by ?? t("product"),
          date: format.dateTime(new Date(at), { dateStyle: "medium" }),
        })}
      </p>
      {reason && <p className="meta wrap-anywhere">{reason}</p>}
    </div>
  );
}
