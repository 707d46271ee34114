"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ClockOffset } from "@/lib/client/clock-offset";
import type { OfferView } from "@/lib/domain/offer/view";

/** The last seconds, which are said too. */
const LAST_SECONDS = 5;

/**
 * Says each offer once when it arrives or its words change, and when five seconds are left. It stands on the page before the first offer
 * does: what a screen reader is to announce must appear in a place that it knows.
 */
export function OfferNews(props: { offers: readonly OfferView[]; clock: ClockOffset }) {
  const { offers, clock } = props;
  const t = useTranslations("desk.offer");
  const [words, setWords] = useState("");
  const said = useRef(new Set<string>());

  useEffect(() => {
    for (const offer of offers) {
      const key = `${offer.id} ${offer.text}`;
      if (said.current.has(key)) continue;
      said.current.add(key);
      const seconds = secondsLeft(offer, clock);
      setWords(t("announce", { text: offer.text, seconds }));
    }
    if (offers.length === 0) setWords("");
  }, [offers, clock, t]);

  const [first] = offers;
  useEffect(() => {
    if (!first) return;
    const inMs = (secondsLeft(first, clock) - LAST_SECONDS) * 1000;
    if (inMs <= 0) return;
    const timer = setTimeout(() => setWords(t("announceLast", { seconds: LAST_SECONDS })), inMs);
    return () => clearTimeout(timer);
  }, [first, clock, t]);

  return (
    <p className="sr" aria-live="assertive" aria-atomic="true">
      {words}
    </p>
  );
}

function secondsLeft(offer: OfferView, clock: ClockOffset): number {
  return Math.max(0, Math.ceil((Date.parse(offer.expiresAt) - clock.now()) / 1000));
}
