import { useEffect } from "react";

/** Keeps the screen awake while `isOn` and the page is looked at, where the browser can: a dark phone rings for nobody. */
export function useWakeLock(isOn: boolean): void {
  useEffect(() => {
    if (!isOn || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== "visible" || isOver) return;
      try {
        lock = await navigator.wakeLock.request("screen");
        if (isOver) await lock.release();
      } catch {
        // Refused, on low battery for instance: the screen sleeps as it always did.
      }
    };
    const onShow = () => void hold();
    document.addEventListener("visibilitychange", onShow);
    void hold();
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", onShow);
      void lock?.release();
    };
  }, [isOn]);
}
