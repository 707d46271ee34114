"use client";

import { useTranslations } from "use-intl";
import type { Calibration, Kept } from "@/lib/domain/promise/calibration";
import { KeptTable } from "./kept-table";
import { ShareChart } from "./share-chart";
import { useShareWords } from "./use-share-words";

/** Kept promises by length, as a chart and as its table. */
export function KeptByLength(props: { rows: Calibration["byLength"]; aim: number }) {
  const t = useTranslations("promise.length");
  const words = useShareWords();
  const rows = props.rows.map((row) => ({
    ...row,
    key: String(row.seconds),
    name: t("seconds", { seconds: row.seconds }),
  }));
  return (
    <>
      <Shares
        rows={rows.map((row) => ({ ...row, label: row.name }))}
        columnWidth={40}
        aim={props.aim}
        describe={(best) => t("chart", { best })}
        inWords={(row) => t("point", { label: row.name, share: words.share(row), judged: row.judged })}
      />
      <KeptTable caption={t("title")} column={t("column")} rows={rows} />
    </>
  );
}

/** Kept promises day by day or week by week, as a chart and, folded, as its table. */
export function KeptOverTime(props: {
  rows: Calibration["byDay"];
  unit: "days" | "weeks";
  days: number;
  aim: number;
}) {
  const { unit, days } = props;
  const t = useTranslations("promise.time");
  const point = useTranslations("promise.length");
  const words = useShareWords();
  const rows = props.rows.map((row) => ({ ...row, key: row.from, name: words.day(row.from) }));
  // Every day has no room for its name.
  const every = unit === "days" ? 5 : 2;
  return (
    <>
      <Shares
        rows={rows.map((row, index) => ({
          ...row,
          label: (rows.length - 1 - index) % every === 0 ? row.name : "",
        }))}
        columnWidth={unit === "days" ? 22 : 44}
        aim={props.aim}
        describe={(best) => t(unit === "days" ? "chartDays" : "chartWeeks", { days, best })}
        inWords={(row) => point("point", { label: row.name, share: words.share(row), judged: row.judged })}
      />
      <details>
        <summary>{t("table")}</summary>
        <KeptTable
          caption={t(unit)}
          column={t(unit === "days" ? "day" : "week")}
          rows={rows.filter(({ judged }) => judged > 0).reverse()}
        />
      </details>
    </>
  );
}

type Row = Kept & { key: string; name: string; label: string };

/** The chart with its scale; its sentence says the first and the last point in words. */
function Shares(props: {
  rows: readonly Row[];
  columnWidth: number;
  aim: number;
  describe: (best: string) => string;
  inWords: (row: Row) => string;
}) {
  const t = useTranslations("promise");
  const words = useShareWords();
  const judged = props.rows.filter((row) => row.judged > 0);
  const ends = [...new Set([judged[0], judged.at(-1)])].filter((row) => row !== undefined);
  return (
    <ShareChart
      points={props.rows}
      columnWidth={props.columnWidth}
      aim={props.aim}
      aimLabel={t("aim", { share: words.whole(props.aim) })}
      scale={[0, 0.5, 1].map((share) => ({ share, label: words.whole(share) }))}
      description={props.describe(ends.map(props.inWords).join(" "))}
    />
  );
}
