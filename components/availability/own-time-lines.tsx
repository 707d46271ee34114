"use client";

import { CalendarHeart } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useClockTime } from "@/components/chat/use-clock-time";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { SelfView } from "@/lib/domain/member/view";
import { availabilityRequests } from "./requests";

/** What a member's own time has to say on his desk: at most a sentence and a tap each, and never a duty. */
export function OwnTimeLines(props: {
  brandSlug: string;
  self: SelfView;
  /** Epoch milliseconds. */
  now: number;
  onOpen: (until: string | null) => void;
}) {
  const { brandSlug, self, now, onOpen } = props;
  const { energy, rest, vacation, habitUntil, quietUntil, offersBreath } = self.ownTime;
  const t = useTranslations("availability.desk");
  const link = useTranslations("availability")("link");
  const format = useFormatter();
  const timeOf = useClockTime();
  const errorText = useErrorText();
  // What was waved away stays away, for this very hour or report.
  const [dismissed, setDismissed] = useState<string | null>(null);
  const isAway = vacation?.isOn === true;
  const isResting = rest !== null && Date.parse(rest.until) > now;
  const habit = habitUntil !== null && !self.isOpen && !isAway && !isResting && !self.isPausedByManager;

  const takeBreath = () => {
    setDismissed("breath");
    availabilityRequests(brandSlug)
      .takeBreath()
      .catch((error: unknown) => {
        setDismissed(null);
        showError(errorText(error));
      });
  };

  return (
    <>
      {isAway && (
        <Line
          action={
            <Button size="sm" onClick={() => onOpen(null)}>
              {t("backNow")}
            </Button>
          }
        >
          {vacation.to === null
            ? t("vacationOpen")
            : t("vacation", {
                day: format.dateTime(new Date(vacation.to), {
                  day: "numeric",
                  month: "long",
                  timeZone: "UTC",
                }),
              })}
        </Line>
      )}
      {!isAway && isResting && (
        <Line
          action={
            <Button size="sm" onClick={() => onOpen(null)}>
              {t(rest.because === "energy" ? "oneMore" : "backNow")}
            </Button>
          }
        >
          {rest.because === "energy" ? t("restEnergy") : t("restBreath", { time: timeOf(rest.until) })}
        </Line>
      )}
      {habit && dismissed !== habitUntil && (
        <Line
          action={
            <>
              <Button size="sm" onClick={() => onOpen(habitUntil)}>
                {t("habitOpen", { time: timeOf(habitUntil) })}
              </Button>
              <Button look="quiet" size="sm" onClick={() => setDismissed(habitUntil)}>
                {t("notNow")}
              </Button>
            </>
          }
        >
          {t("habit")}
        </Line>
      )}
      {offersBreath && self.isOpen && dismissed !== "breath" && (
        <Line
          action={
            <>
              <Button size="sm" onClick={takeBreath}>
                {t("breathTake")}
              </Button>
              <Button look="quiet" size="sm" onClick={() => setDismissed("breath")}>
                {t("breathNo")}
              </Button>
            </>
          }
        >
          {t("breath")}
        </Line>
      )}
      {quietUntil !== null && <p className="muted">{t("quiet", { time: timeOf(quietUntil) })}</p>}
      {energy !== null && !isAway && !isResting && (
        <p className="muted">{t("energy", { used: energy.used, count: energy.of })}</p>
      )}
      <p>
        <Link
          href={`/${brandSlug}/profile/availability`}
          className="muted inline-flex min-h-6 items-center gap-2 underline"
        >
          <Icon icon={CalendarHeart} size={16} />
          {link}
        </Link>
      </p>
    </>
  );
}

function Line(props: { children: ReactNode; action: ReactNode }) {
  return (
    <div className="grid gap-3 rounded-md bg-green-soft p-4 text-green-text" role="status">
      <p>{props.children}</p>
      <div className="flex flex-wrap gap-2">{props.action}</div>
    </div>
  );
}
