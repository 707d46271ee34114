"use client";

import "./training.css";
import { Check, Minus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Tag } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type { TrustView } from "@/lib/domain/trust/view";

/** A member's level of trust: what he has, what comes next, and what each rests on. Null for staff. */
export function TrustPage(props: { brandSlug: string; trust: TrustView | null }) {
  const { trust } = props;
  const t = useTranslations("training.trust");
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[720px] content-start gap-8 px-4 py-8 bar:px-8 bar:py-12"
    >
      <Link href={`/${props.brandSlug}/training`} className="muted justify-self-start underline">
        {t("back")}
      </Link>
      <div className="grid gap-3">
        <h1 className="t-page">{t("title")}</h1>
        <p className="t-lead muted">{t(trust ? "lead" : "staff")}</p>
      </div>
      {trust && <Levels trust={trust} />}
    </main>
  );
}

function Levels(props: { trust: TrustView }) {
  const { trust } = props;
  const t = useTranslations("training.trust");
  const { decision } = trust;
  return (
    <>
      {trust.isLearning && <p>{t("learning")}</p>}
      {decision && (
        <p className="wrap-anywhere">
          {t(decision.rule, {
            level: t(`${decision.level}`),
            by: decision.by ?? t("product"),
            reason: decision.reason,
          })}
        </p>
      )}
      <ol className="grid gap-8">
        {trust.levels.map(({ level, isReached, needs }) => (
          <li
            key={level}
            className="grid gap-3 border-t border-line pt-6"
            aria-current={level === trust.level ? "step" : undefined}
          >
            <div className="flex flex-wrap items-center gap-3">
              <h2 className="t-title">{t(`${level}`)}</h2>
              {level === trust.level ? (
                <Tag tone="green">{t("now")}</Tag>
              ) : (
                <span className="meta">{t(isReached ? "reached" : "notYet")}</span>
              )}
            </div>
            <p>{t(`${level}text`)}</p>
            <ul className="grid gap-2">
              {needs.length === 0 && <li className="muted">{t("always")}</li>}
              {needs.map(({ fact, has, wants, isMet }) => (
                <li
                  key={fact}
                  className={isMet ? "flex items-center gap-2" : "flex items-center gap-2 muted"}
                >
                  <Icon icon={isMet ? Check : Minus} size={16} />
                  <span>
                    <span className="sr">{t(isMet ? "reached" : "notYet")} </span>
                    {/* Beyond what is asked, the number says no more than the check. */}
                    {t(fact, { has: fact === "against" ? has : Math.min(has, wants), wants })}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
