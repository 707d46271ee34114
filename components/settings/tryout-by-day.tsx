import { useTranslations } from "use-intl";
import { missedByDay, type TryoutRound } from "@/lib/domain/simulation/tryout";
import { useTryoutWords } from "./use-tryout-words";

/** Missed questions of each day, as set and with the changes: two bars a day, and folded as a table. */
export function TryoutByDay(props: { rounds: readonly TryoutRound[] }) {
  const t = useTranslations("tryout.days");
  const words = useTryoutWords();
  const rows = missedByDay(props.rounds);
  const highest = rows.reduce((most, row) => (peak(row) > peak(most) ? row : most), {
    day: "",
    now: 0,
    tried: 0,
  });
  const top = Math.max(1, peak(highest));
  const sentence =
    peak(highest) === 0
      ? t("chartNone")
      : t("chart", {
          day: words.day(highest.day),
          now: words.plain(highest.now),
          tried: words.plain(highest.tried),
        });
  return (
    <div className="tryout__days">
      <h3>{t("title")}</h3>
      <div role="img" aria-label={sentence}>
        <div className="tryout__bars" aria-hidden="true">
          {rows.map(({ day, now, tried }) => (
            <div key={day} className="tryout__day">
              {[now, tried].map((value, index) => (
                <span key={index === 0 ? "now" : "tried"} className="tryout__bar">
                  <span className="num">{words.plain(value)}</span>
                  <i data-tried={index === 1 || undefined} style={{ height: `${(80 * value) / top}px` }} />
                </span>
              ))}
              <span className="tryout__name">
                <span>{words.weekday(day)}</span>
                <span className="num">{Number(day.slice(8))}</span>
              </span>
            </div>
          ))}
        </div>
        <p className="tryout__legend muted" aria-hidden="true">
          <span>
            <i /> {t("now")}
          </span>
          <span>
            <i data-tried /> {t("tried")}
          </span>
        </p>
      </div>
      <details>
        <summary>{t("table")}</summary>
        <div className="tryout__box">
          <table className="table">
            <caption className="sr">{t("title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("day")}</th>
                <th scope="col" className="r">
                  {t("now")}
                </th>
                <th scope="col" className="r">
                  {t("tried")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ day, now, tried }) => (
                <tr key={day}>
                  <th scope="row">{words.day(day)}</th>
                  <td className="r">{words.plain(now)}</td>
                  <td className="r">{words.plain(tried)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}

const peak = ({ now, tried }: { now: number; tried: number }) => Math.max(now, tried);
