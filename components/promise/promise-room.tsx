"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { sectionHref } from "@/components/settings/sections";
import type { PromisesPage } from "@/lib/domain/promise/report";
import { KeptByLength, KeptOverTime } from "./kept-over-time";
import { KeptTable } from "./kept-table";
import { PromiseNowText } from "./promise-now";
import { useShareWords } from "./use-share-words";
import "./promise.css";

/** The managers' page of promises: what is promised now and why, and how the ones made were kept. */
export function PromiseRoom(props: { brandSlug: string; page: PromisesPage; periods: readonly number[] }) {
  const { brandSlug, page } = props;
  const { report, now } = page;
  const t = useTranslations("promise");
  const words = useShareWords();
  const { all, days, left } = report;
  const aim = now.quantile;
  return (
    <main
      id="main"
      className="mx-auto grid max-w-[880px] grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 py-8 bar:px-8 bar:py-12"
    >
      <div className="grid gap-3">
        <h1 className="t-page">{t("title")}</h1>
        <p className="t-lead">
          {all.judged === 0
            ? t("leadNone", { days })
            : t("lead", {
                days,
                kept: all.kept,
                judged: all.judged,
                share: words.share(all),
                low: words.low(all),
                high: words.high(all),
              })}{" "}
          {report.undecided > 0 && (
            <span className="muted">{t("undecided", { count: report.undecided })}</span>
          )}
        </p>
        <nav aria-label={t("period")} className="tabs">
          {props.periods.map((period) => (
            <Link
              key={period}
              className="tab"
              href={`/${brandSlug}/live/promises?days=${period}`}
              aria-current={period === days ? "page" : undefined}
            >
              {t("days", { days: period })}
            </Link>
          ))}
        </nav>
      </div>
      <section className="promise-part">
        <h2>{t("now.title")}</h2>
        <PromiseNowText now={now} settingsHref={sectionHref(brandSlug, "defaults")} />
      </section>
      {all.judged > 0 && (
        <>
          <section className="promise-part">
            <h2>{t("length.title")}</h2>
            <KeptByLength rows={report.byLength} aim={aim} />
          </section>
          <section className="promise-part">
            <h2>{t(days > 31 ? "time.weeks" : "time.days")}</h2>
            <KeptOverTime
              rows={days > 31 ? report.byWeek : report.byDay}
              unit={days > 31 ? "weeks" : "days"}
              days={days}
              aim={aim}
            />
          </section>
          <section className="promise-part">
            <h2>{t("helper.title")}</h2>
            <KeptTable
              caption={t("helper.title")}
              column={t("helper.column")}
              rows={report.byAnswerer.map((row) => ({
                ...row,
                key: row.answerer,
                name: t(`helper.${row.answerer}`),
              }))}
            />
          </section>
        </>
      )}
      <section className="promise-part">
        <h2>{t("left.title")}</h2>
        <p>
          {left.judged === 0
            ? t("left.none")
            : t("left.line", { kept: left.kept, judged: left.judged, share: words.share(left) })}{" "}
          {left.waiting > 0 && <span className="muted">{t("left.waiting", { count: left.waiting })}</span>}
        </p>
      </section>
      <p className="muted">
        {t(page.isPublished ? "public.shown" : "public.hidden")}{" "}
        <Link
          className="underline"
          href={page.isPublished ? `/promises/${brandSlug}` : sectionHref(brandSlug, "brand")}
        >
          {t(page.isPublished ? "public.see" : "public.settings")}
        </Link>
      </p>
    </main>
  );
}
