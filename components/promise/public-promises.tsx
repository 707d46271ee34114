"use client";

import { Hourglass } from "lucide-react";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Empty } from "@/components/ui/empty";
import { Logo } from "@/components/ui/logo";
import type { Kept } from "@/lib/domain/promise/calibration";
import type { PublicPromises } from "@/lib/domain/promise/report";
import { KeptOverTime } from "./kept-over-time";
import { useShareWords } from "./use-share-words";
import "./promise.css";

/** How a brand keeps its promises, in plain words, for whoever wants to know. */
export function PublicPromisesView({ promises }: { promises: PublicPromises }) {
  const { brandName: brand, quarter, quantile } = promises;
  const t = useTranslations("promise");
  const page = useTranslations("promise.page");
  const words = useShareWords();
  const isEmpty = quarter.all.judged === 0 && quarter.left.judged === 0;
  return (
    <>
      <header className="bar">
        <p className="brand">
          <Logo />
          {brand}
        </p>
      </header>
      <main
        id="main"
        className="mx-auto grid max-w-[880px] grid-cols-[minmax(0,1fr)] content-start gap-8 px-4 py-8 bar:px-8 bar:py-12"
      >
        <div className="grid gap-3">
          <h1 className="t-page text-balance">{t("publicTitle", { brand })}</h1>
          <p className="t-lead muted max-w-[640px]">{page("lead", { brand })}</p>
        </div>
        {isEmpty ? (
          <Empty icon={Hourglass} title={page("empty")}>
            {page("emptyText")}
          </Empty>
        ) : (
          <>
            <Figures {...promises} />
            {quarter.all.judged > 0 && (
              <section className="promise-part">
                <h2>{page("weeks")}</h2>
                <p className="muted max-w-[640px]">{page("weeksNote")}</p>
                <KeptOverTime rows={quarter.byWeek} unit="weeks" days={quarter.days} aim={quantile} />
              </section>
            )}
          </>
        )}
        <section className="promise-part">
          <h2>{page("how")}</h2>
          <div className="plain">
            <p>{page("howMade", { share: words.whole(quantile) })}</p>
            <p>{page("howKept")}</p>
            <p>{page("howBroken")}</p>
            <p>{page("howNot")}</p>
            <p className="muted">{page("howFresh")}</p>
          </div>
        </section>
      </main>
    </>
  );
}

function Figures({ month, quarter }: Pick<PublicPromises, "month" | "quarter">) {
  const t = useTranslations("promise.page");
  const words = useShareWords();
  const format = useFormatter();
  const keptOf = (all: Kept) => t("keptOf", { kept: all.kept, judged: all.judged });
  const { left } = quarter;
  const { medianSeconds } = month;
  const median =
    medianSeconds === null
      ? t("medianNone")
      : t("medianOf", { seconds: format.number(medianSeconds, { maximumFractionDigits: 0 }) });
  return (
    <dl className="promise-figures">
      <Figure title={t("month")} value={words.share(month.all)} note={keptOf(month.all)} />
      <Figure title={t("quarter")} value={words.share(quarter.all)} note={keptOf(quarter.all)} />
      <Figure title={t("median")} value={median} note={t("medianNote")} />
      <Figure
        title={t("left")}
        value={words.share(left)}
        note={left.judged === 0 ? t("leftNone") : t("leftOf", { kept: left.kept, judged: left.judged })}
      />
    </dl>
  );
}

function Figure(props: { title: string; value: ReactNode; note: string }) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd className="t-head num">{props.value}</dd>
      <dd className="muted">{props.note}</dd>
    </div>
  );
}
