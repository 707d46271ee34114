import { CircleHelp, TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { useErrorText } from "@/lib/client/use-error-text";
import type { SettingName } from "@/lib/domain/brand/setting-rules";
import { triedSettings, tryoutDays, tryoutRounds } from "@/lib/domain/simulation/tryout";
import { TryoutFigures, TryoutSentence } from "./tryout-result";
import { type TryoutState, useTryout } from "./use-tryout";
import { Failure } from "./versioned-form";
import "./tryout.css";

/**
 * What the last days would have been with the numbers that are typed, before they are saved. `settings`: all of them,
 * null for a default, or null as a whole while one of them cannot be read. `changed`: those that differ from what is stored.
 */
export function Tryout(props: {
  brandSlug: string;
  settings: Record<string, number | null> | null;
  changed: readonly SettingName[];
}) {
  const { settings, changed } = props;
  const t = useTranslations("tryout");
  const label = useTranslations("settings.setting");
  const tryout = useTryout(props.brandSlug);
  const { state } = tryout;
  const tried = changed.some((name) => triedSettings.includes(name));
  const untold = changed.filter((name) => !triedSettings.includes(name));
  const typed = JSON.stringify(settings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a result belongs to what was typed when it was asked for.
  useEffect(() => tryout.forget(), [typed]);
  const days = { days: tryoutDays };
  return (
    <section className="set__part tryout" aria-labelledby="tryout-title">
      <h2 id="tryout-title">{t("title")}</h2>
      {!tried && <p className="muted">{t(changed.length === 0 ? "rest" : "nothingToTry", days)}</p>}
      {tried && state.at !== "done" && <p className="muted">{t("lead", days)}</p>}
      {tried && untold.length > 0 && (
        <p className="muted">{t("notShown", { names: untold.map((name) => label(name)).join(", ") })}</p>
      )}
      {tried && settings === null && <Failure text={t("wrong")} />}
      {tried && settings !== null && (
        <TryoutStep state={state} start={() => tryout.start(settings)} cancel={tryout.cancel} />
      )}
    </section>
  );
}

function TryoutStep(props: { state: TryoutState; start: () => void; cancel: () => void }) {
  const { state, start, cancel } = props;
  const t = useTranslations("tryout");
  const errorText = useErrorText();
  const days = { days: tryoutDays };
  const again = (
    <Button size="sm" onClick={start}>
      {t("again")}
    </Button>
  );
  return (
    <>
      {/* Stays in place, so that what happens is spoken. */}
      <div role="status" className="grid gap-2">
        {state.at === "running" && <p>{t("running")}</p>}
        {state.at === "rest" && state.isCancelled && <p className="muted">{t("cancelled")}</p>}
        {state.at === "done" && <TryoutSentence lived={state.lived} rounds={state.rounds} />}
        {state.at === "refused" && state.view.kind === "too-few" && (
          <Empty icon={CircleHelp} title={t("tooFew", state.view)}>
            {t("tooFewText", days)}
          </Empty>
        )}
        {state.at === "refused" && state.view.kind === "unrecorded" && (
          <Empty icon={CircleHelp} title={t("unrecorded")}>
            {t("unrecordedText")}
          </Empty>
        )}
        {state.at === "failed" && (
          <Empty icon={TriangleAlert} title={t("failed")} action={again}>
            {errorText(state.error)}
          </Empty>
        )}
      </div>
      {state.at === "running" && (
        <div className="tryout__progress">
          <progress aria-label={t("running")} value={state.done} max={tryoutRounds} />
          <span className="num muted">{t("progress", { done: state.done, count: tryoutRounds })}</span>
        </div>
      )}
      {state.at === "done" && <TryoutFigures was={state.lived.was} rounds={state.rounds} />}
      {state.at === "rest" && (
        <Button className="justify-self-start" onClick={start}>
          {t("try", days)}
        </Button>
      )}
      {state.at === "running" && (
        <Button look="quiet" className="-ml-4 justify-self-start" onClick={cancel}>
          {t("cancel")}
        </Button>
      )}
    </>
  );
}
