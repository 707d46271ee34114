"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { Written } from "@/components/chat/written";
import type { GoneOffer as Gone } from "@/lib/domain/desk/desk";
import { useDeskHandle } from "./use-desk";

const SHOWN_MS = 10_000;

/** What became of an offer that went away, in its place, for as long as it takes to read. */
export function GoneOffer(props: { gone: Gone | null }) {
  const { gone } = props;
  const { actions } = useDeskHandle();
  const t = useTranslations("desk.offer");
  useEffect(() => {
    if (!gone) return;
    const timer = setTimeout(() => actions.offerSeen(gone.offer.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [gone, actions]);
  const words = (gone: Gone) => {
    if (gone.because !== "taken") return t(gone.because);
    return gone.by ? t("taken", { name: gone.by }) : t("takenByOther");
  };
  return (
    <div role="status" className="gone-region">
      {gone && (
        <div className="gone">
          <p className="strong">{words(gone)}</p>
          <p className="meta gone__ask" lang={gone.offer.language} dir="auto">
            <Written text={gone.offer.text} />
          </p>
        </div>
      )}
    </div>
  );
}
