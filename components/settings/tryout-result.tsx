import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import {
  type Compared,
  compared,
  type TryoutFigures as Figures,
  type TryoutRound,
  tryoutDays,
  tryoutRounds,
  verdictOf,
} from "@/lib/domain/simulation/tryout";
import type { TryoutView } from "@/lib/domain/simulation/tryout-view";
import { TryoutByDay } from "./tryout-by-day";
import { useTryoutWords } from "./use-tryout-words";

type Lived = Extract<TryoutView, { kind: "lived" }>;

/** A tryout's answer in a sentence. */
export function TryoutSentence(props: { lived: Lived; rounds: readonly TryoutRound[] }) {
  const { lived, rounds } = props;
  const t = useTranslations("tryout");
  const words = useTryoutWords();
  const missed = useCounted(rounds, "missed");
  const overloads = useCounted(rounds, "overloads");
  const parts = { missed: () => missed, overloads: () => overloads };
  return (
    <p className="t-lead text-pretty">
      {lived.cutAt === null
        ? t.rich("line", { days: tryoutDays, ...parts })
        : t.rich("lineCut", { questions: lived.questions, day: words.day(lived.cutAt), ...parts })}
    </p>
  );
}

/** What its sentence rests on: the days, the figures side by side, and how they came about. */
export function TryoutFigures(props: { was: Figures; rounds: readonly TryoutRound[] }) {
  const t = useTranslations("tryout");
  return (
    <div className="tryout__figures">
      <p className="muted">{t("what")}</p>
      <TryoutByDay rounds={props.rounds} />
      <TryoutTable was={props.was} rounds={props.rounds} />
      <p className="muted">{t("how", { rounds: tryoutRounds })}</p>
    </div>
  );
}

/** "11 fewer missed questions (8 to 14)". */
function useCounted(rounds: readonly TryoutRound[], name: "missed" | "overloads"): ReactNode {
  const t = useTranslations("tryout");
  const words = useTryoutWords();
  const found = compared(rounds, name);
  if (!found) return null;
  const verdict = verdictOf(found);
  const b = (chunks: ReactNode) => <b key="count">{chunks}</b>;
  const range = () => {
    const [low, high] = [Math.round(found.low), Math.round(found.high)];
    if (verdict === "about") return t("range", { low: words.signed(low), high: words.signed(high) });
    const [near, far] = [Math.abs(low), Math.abs(high)].sort((one, other) => one - other);
    return near === far ? "" : t("range", { low: `${near}`, high: `${far}` });
  };
  return t.rich(`${name}.${verdict}`, { b, count: Math.abs(Math.round(found.difference)), range: range() });
}

const rows = ["missed", "overloads", "kept", "halfWaited", "mostWaited"] as const;

/** The figures as they were, as they would be as it is set, and with the changes. */
function TryoutTable(props: { was: Figures; rounds: readonly TryoutRound[] }) {
  const { was, rounds } = props;
  const t = useTranslations("tryout.table");
  const words = useTryoutWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by the keyboard.
    <section className="tryout__box" tabIndex={0} aria-label={t("title")}>
      <table className="table">
        <caption className="sr">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figure")}</th>
            {(["now", "tried", "difference", "was"] as const).map((column) => (
              <th key={column} scope="col" className="r">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => {
            const found = compared(rounds, name);
            return (
              <tr key={name}>
                <th scope="row">{t(name)}</th>
                <td className="r">{words.figure(name, found?.now ?? null)}</td>
                <td className="r">{words.figure(name, found?.tried ?? null)}</td>
                <td className="r">{found ? <Difference name={name} found={found} /> : t("none")}</td>
                <td className="r">{words.figure(name, was[name])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Difference({ name, found }: { name: keyof Figures; found: Compared }) {
  const { value, range } = useTryoutWords().difference(name, found);
  return (
    <>
      {value}
      {range && <span className="tryout__range"> {range}</span>}
    </>
  );
}
