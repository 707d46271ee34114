import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { showToast } from "@/components/ui/toast";
import { useDeskHandle } from "./use-desk";
import { useNameOf, useSomeone } from "./use-words";

/** Says thanks and badges as they arrive; gives whether there are some that were not looked at. */
export function useDeskNews(isLookedAt: boolean): boolean {
  const { store } = useDeskHandle();
  const t = useTranslations("desk.recognition");
  const nameOf = useNameOf();
  const someone = useSomeone();
  const [hasNews, setNews] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language alone, as t does.
  useEffect(
    () =>
      store.onEvent((event) => {
        if (event.name === "thanks.received") {
          const { from, stars } = event.data;
          showToast(t("toastThanks", { name: someone(from), stars }));
        } else if (event.name === "badge.awarded") {
          showToast(t("toastBadge", { name: nameOf(event.data.badge.names) }));
        } else return;
        setNews(true);
      }),
    [store, t],
  );
  useEffect(() => {
    if (isLookedAt) setNews(false);
  }, [isLookedAt]);
  return hasNews && !isLookedAt;
}
