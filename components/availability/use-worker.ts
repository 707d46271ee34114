import { useEffect } from "react";
import { registerWorker, renewPush } from "@/lib/client/push";

/**
 * On the desk: who allowed messages on this device has them again, and an installed desk says so when there is
 * no network. A desk in a browser's tab, of somebody who chose nothing, gets no worker.
 */
export function useWorker(brandSlug: string, userId: string): void {
  useEffect(() => {
    if (matchMedia("(display-mode: standalone)").matches) void registerWorker();
    // Where it fails, the page of his own time says how this device stands.
    renewPush(brandSlug, userId).catch(() => {});
  }, [brandSlug, userId]);
}
