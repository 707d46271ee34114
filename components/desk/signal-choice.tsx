"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import type { Signal, Signals } from "./use-signals";

/** How to be told of a question: sound, vibration where the device can. */
export function SignalChoice(props: {
  signals: Signals;
  isLocked: boolean;
  onToggle: (signal: Signal) => void;
}) {
  const t = useTranslations("desk.signals");
  const [canVibrate, setCanVibrate] = useState(false);
  useEffect(() => {
    setCanVibrate(matchMedia("(pointer: coarse)").matches && "vibrate" in navigator);
  }, []);
  const shown = ["sound", ...(canVibrate ? (["vibration"] as const) : [])] as const;
  return (
    <section className="signals">
      <b id="signals-title">{t("title")}</b>
      {/* biome-ignore lint/a11y/useSemanticElements: three switches are no form. */}
      <div className="chips" role="group" aria-labelledby="signals-title">
        {shown.map((signal) => (
          <Chip key={signal} pressed={props.signals[signal]} onClick={() => props.onToggle(signal)}>
            {t(signal)}
          </Chip>
        ))}
      </div>
      {props.isLocked && <p className="meta">{t("locked")}</p>}
    </section>
  );
}
