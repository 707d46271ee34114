"use client";

import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { useInterval } from "@/lib/client/use-interval";
import type { Ending } from "./endings";
import { useDeskHandle } from "./use-desk";

/** A chat that ends in a moment: the way back, and how it ended. The moment waits for whoever points at it or is in it. */
export function EndingStrip(props: { chatId: string; name: string; ending: Ending }) {
  const { chatId, name, ending } = props;
  const { actions } = useDeskHandle();
  const t = useTranslations("desk.chat");
  const errorText = useErrorText();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 250);
  const seconds = ending.endsAt === null ? null : Math.max(0, Math.ceil((ending.endsAt - now) / 1000));
  const end = (how: "solved" | "unsolved") =>
    actions.end(chatId, how).catch((error: unknown) => showError(errorText(error)));
  const hold = (isHeld: boolean) => () => actions.holdEnding(chatId, isHeld);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it does nothing but wait.
    <div
      className="strip strip--end"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <Icon icon={Check} size={16} />
      <p aria-hidden="true">{seconds === null ? t("endsSoon", { name }) : t("endsIn", { name, seconds })}</p>
      <div className="strip__acts">
        <Button size="sm" onClick={() => void end("solved")}>
          {t("endSolved")}
        </Button>
        <Button size="sm" onClick={() => void end("unsolved")}>
          {t("endUnsolved")}
        </Button>
        <Button look="quiet" size="sm" onClick={() => actions.keepChat(chatId)}>
          {t("keep")}
        </Button>
      </div>
    </div>
  );
}
