import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { OfferView } from "@/lib/domain/offer/view";
import { createRingSound, type RingSound } from "./ring-sound";

/**
 * How a member wants to be told of a question on this device, and whether its keys work. All are his choice, and off
 * until he makes it; `keys` is null until then.
 */
export type Signals = { sound: boolean; vibration: boolean; keys: boolean | null };
export type Signal = keyof Signals;

const KEY = "desk signals";
const NONE: Signals = { sound: false, vibration: false, keys: null };
/** Browsers turn the clocks of hidden tabs once a second at most. */
const BLINK_MS = 1_000;
const VIBRATION_MS = [140, 90, 140];

/** The signals chosen on this device, and whether the browser still holds the sound back. */
export function useSignals() {
  const [signals, setSignals] = useState<Signals>(NONE);
  const [isLocked, setLocked] = useState(false);
  const sound = useRef<RingSound | null>(null);
  const isNew = useRef(false);

  useEffect(() => setSignals(readSignals()), []);

  useEffect(() => {
    if (!signals.sound) return;
    const ring = createRingSound(setLocked);
    sound.current = ring;
    const unlock = () => void ring.unlock();
    void ring.unlock().then(() => {
      // Whoever switches it on hears what it is.
      if (isNew.current) ring.play();
      isNew.current = false;
    });
    document.addEventListener("pointerdown", unlock);
    document.addEventListener("keydown", unlock);
    return () => {
      document.removeEventListener("pointerdown", unlock);
      document.removeEventListener("keydown", unlock);
      sound.current = null;
      ring.close();
    };
  }, [signals.sound]);

  const toggle = (signal: Signal) => {
    const next = { ...signals, [signal]: !signals[signal] };
    isNew.current = signal === "sound" && next.sound;
    if (signal === "vibration" && next.vibration) navigator.vibrate?.(VIBRATION_MS);
    keepSignals(next);
    setSignals(next);
  };

  const ring = useCallback(() => {
    sound.current?.play();
    if (signals.vibration) navigator.vibrate?.(VIBRATION_MS);
  }, [signals.vibration]);

  return { signals, toggle, ring, isLocked: signals.sound && isLocked };
}

/** Rings once for each offer, and says so in the title of a tab that is not looked at. */
export function useOfferSignals(offers: readonly OfferView[], ring: () => void): void {
  const t = useTranslations("desk.offer");
  const rung = useRef(new Set<string>());
  useEffect(() => {
    const fresh = offers.filter(({ id }) => !rung.current.has(id));
    for (const { id } of fresh) rung.current.add(id);
    if (fresh.length > 0) ring();
  }, [offers, ring]);

  const count = offers.length;
  useEffect(() => {
    if (count === 0) return;
    const plain = document.title;
    let isCalling = true;
    const show = () => {
      document.title = document.hidden && isCalling ? t("titleHidden", { count }) : plain;
    };
    const turn = () => {
      // Whoever wants no motion reads the call without a pause.
      isCalling = !document.hidden || !isCalling || matchMedia("(prefers-reduced-motion: reduce)").matches;
      show();
    };
    show();
    const blinking = setInterval(turn, BLINK_MS);
    document.addEventListener("visibilitychange", show);
    return () => {
      clearInterval(blinking);
      document.removeEventListener("visibilitychange", show);
      document.title = plain;
    };
  }, [count, t]);
}

function readSignals(): Signals {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Signals>;
    return {
      sound: stored.sound === true,
      vibration: stored.vibration === true,
      keys: typeof stored.keys === "boolean" ? stored.keys : null,
    };
  } catch {
    return NONE;
  }
}

function keepSignals(signals: Signals): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(signals));
  } catch {
    // Blocked storage: the choice lasts as long as the page.
  }
}
