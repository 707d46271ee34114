"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { PersonDetail } from "@/lib/domain/member/people-view";

/** Where somebody's number of chats at once comes from, and the way back to the rule. */
export function RampLine(props: {
  person: PersonDetail;
  /** What the form holds: a number, or null for the rule. */
  chosen: number | null;
  onRule: () => void;
}) {
  const { kind, capacity, capacityFixed, load, ramp } = props.person;
  const { stage, byRule, wish, fixedBy, thanks, chats, next, isHeld } = ramp;
  const t = useTranslations("people.edit");
  const wanted = Math.min(capacityFixed ?? byRule, wish ?? capacity);
  return (
    <div className="grid gap-1 rounded-md bg-sunk px-4 py-3">
      <p className="strong">
        {capacityFixed === null
          ? t("rampBy", { count: byRule })
          : t("rampFixed", { count: capacityFixed, name: fixedBy ?? "nobody" })}
      </p>
      <p className="muted">{t("rampStage", { kind, stage, thanks, chats, at: next?.at ?? 0 })}</p>
      {isHeld && next && <p className="muted">{t("rampHeld")}</p>}
      {wish !== null && wish < (capacityFixed ?? byRule) && (
        <p className="muted">{t("rampWish", { count: wish })}</p>
      )}
      {capacity > wanted && load > wanted && <p className="muted">{t("rampLoad", { count: capacity })}</p>}
      {props.chosen !== null && (
        <Button look="quiet" size="sm" className="-ml-3 justify-self-start" onClick={props.onRule}>
          {t("rampBack", { count: byRule })}
        </Button>
      )}
    </div>
  );
}
