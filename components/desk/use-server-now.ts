import { useState } from "react";
import type { ClockOffset } from "@/lib/client/clock-offset";
import { useInterval } from "@/lib/client/use-interval";

/** The server's time in epoch milliseconds, read again every `everyMs`. */
export function useServerNow(clock: ClockOffset, everyMs: number): number {
  const [now, setNow] = useState(() => clock.now());
  useInterval(() => setNow(clock.now()), everyMs);
  return now;
}
