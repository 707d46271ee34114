import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { showToast } from "@/components/ui/toast";
import type { Desk } from "@/lib/domain/desk/desk";
import { useDeskHandle } from "./use-desk";

/**
 * Whoever comes by a message on his device finds the question that it was about, or is told kindly that it has found
 * somebody: whether the message opened this page or called it to the front.
 */
export function useCalledOffer(desk: Desk): void {
  const { store } = useDeskHandle();
  const t = useTranslations("availability.desk");
  const offers = useRef(desk.offers);
  offers.current = desk.offers;
  useEffect(() => {
    const answer = (offerId: string) => {
      const isHere = offers.current.some(({ id }) => id === offerId);
      if (!isHere && offers.current.length === 0) showToast(t("gone"));
    };
    const address = new URL(location.href);
    const called = address.searchParams.get("offer");
    if (called) {
      address.searchParams.delete("offer");
      history.replaceState(history.state, "", address);
      answer(called);
    }
    const onMessage = ({ data }: MessageEvent<unknown>) => {
      const offerId = (data as { offer?: unknown } | null)?.offer;
      if (typeof offerId !== "string") return;
      store.read().then(
        () => requestAnimationFrame(() => answer(offerId)),
        () => {},
      );
    };
    navigator.serviceWorker?.addEventListener("message", onMessage);
    return () => navigator.serviceWorker?.removeEventListener("message", onMessage);
  }, [store, t]);
}
