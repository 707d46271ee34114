"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { GuideStep, GuideView } from "@/lib/domain/brand/view";
import { settingsRequests } from "./requests";
import { stepKey } from "./sections";

/** Where each step is done; `installHref` is the page of the first site that is not installed yet. */
function hrefs(brandSlug: string, installHref: string): Record<GuideStep, string> {
  const settings = `/${brandSlug}/settings`;
  return {
    site: `${settings}/sites/new`,
    install: installHref,
    topics: `${settings}/topics`,
    invite: `/${brandSlug}/people`,
    open: `/${brandSlug}/desk`,
    answer: `/${brandSlug}/desk`,
  };
}

/** The checklist of a brand's first days. */
export function Guide(props: { brandSlug: string; guide: GuideView; installHref: string }) {
  const { brandSlug, guide } = props;
  const t = useTranslations("settings.guide");
  const errorText = useErrorText();
  const router = useRouter();
  const to = hrefs(brandSlug, props.installHref);
  const next = guide.steps.find(({ isDone }) => !isDone);
  const done = guide.steps.filter(({ isDone }) => isDone).length;
  const putAway = async () => {
    try {
      await settingsRequests(brandSlug).guideAway();
      showToast(t("awayDone"));
      router.refresh();
    } catch (error) {
      showError(errorText(error));
    }
  };
  return (
    <section className="card card__pad grid gap-4" aria-labelledby="guide">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="guide" className="t-title">
          {t("title")}
        </h2>
        <span className="muted">{t("lead", { done, count: guide.steps.length })}</span>
      </div>
      <ol className="steps">
        {guide.steps.map(({ step, isDone }, index) => (
          <li key={step} className={isDone ? "is-done" : undefined}>
            <span className="mark">
              {isDone ? <Icon icon={Check} size={16} label={t("done")} /> : index + 1}
            </span>
            <span className="grid">
              <b>{t(stepKey(step))}</b>
              {!isDone && <span className="muted">{t(`${stepKey(step)}Text`)}</span>}
            </span>
            {!isDone && (
              <Link
                href={to[step]}
                className={buttonClass(step === next?.step ? "primary" : "secondary", "sm")}
              >
                {t(`${stepKey(step)}Go`)}
              </Link>
            )}
          </li>
        ))}
      </ol>
      <Button look="quiet" size="sm" className="-ml-3 justify-self-start" onClick={() => void putAway()}>
        {t("away")}
      </Button>
    </section>
  );
}
