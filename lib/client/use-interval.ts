import { useEffect, useRef } from "react";

/** Calls the newest `callback` every `everyMs` milliseconds while the screen is shown; null rests. */
export function useInterval(callback: () => void, everyMs: number | null): void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => latest.current(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
