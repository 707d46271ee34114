import Link from "next/link";
import { useTranslations } from "use-intl";
import type { PromiseNow } from "@/lib/domain/promise/report";
import { useShareWords } from "./use-share-words";

/** What is promised at this moment, and from what. */
export function PromiseNowText({ now, settingsHref }: { now: PromiseNow; settingsHref: string }) {
  const t = useTranslations("promise.now");
  const { whole } = useShareWords();
  const { seconds, samples: count, shownSeconds: shown } = now;
  const share = whole(now.quantile);
  const why =
    seconds === null
      ? t("tooFew", { count, from: now.from, shown })
      : Number.isFinite(seconds)
        ? t(now.isSimilar ? "measuredSimilar" : "measured", {
            share,
            count,
            measured: Math.round(seconds),
            shown,
          })
        : t("never", { share, count, shown });
  return (
    <div className="plain">
      <p className="t-figure num">{t("seconds", { seconds: shown })}</p>
      <p>{why}</p>
      {seconds !== null && (
        <p className="muted">{t("rule", { floor: now.floorSeconds, cap: now.capSeconds })}</p>
      )}
      <p>
        <Link className="underline" href={settingsHref}>
          {t("change")}
        </Link>
      </p>
    </div>
  );
}
