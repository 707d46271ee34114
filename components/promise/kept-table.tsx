import { useTranslations } from "use-intl";
import type { Kept } from "@/lib/domain/promise/calibration";
import { useShareWords } from "./use-share-words";

/** Counts, shares and intervals, a row each. `column` names what the rows are. */
export function KeptTable(props: {
  caption: string;
  column: string;
  rows: readonly (Kept & { key: string; name: string })[];
}) {
  const t = useTranslations("promise.table");
  const words = useShareWords();
  return (
    <div className="scroller">
      <table className="table">
        <caption className="sr">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.column}</th>
            <th scope="col" className="r">
              {t("kept")}
            </th>
            <th scope="col" className="r">
              {t("of")}
            </th>
            <th scope="col" className="r">
              {t("share")}
            </th>
            <th scope="col" className="r">
              {t("between")}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key}>
              <td>{row.name}</td>
              <td className="r">{row.kept}</td>
              <td className="r">{row.judged}</td>
              <td className="r">{words.share(row)}</td>
              <td className="r">
                {row.judged === 0 ? t("none") : t("range", { low: words.low(row), high: words.high(row) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
