import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useInterval } from "@/lib/client/use-interval";
import type { BoardState } from "@/lib/domain/board/view";
import type { Names } from "@/lib/domain/schema";
import { type BoardStore, createBoardStore, type ScreenView } from "./board-store";
import { momentOf, standing } from "./board-view";

const TICK_MS = 500;

export type Screen = {
  store: BoardStore;
  view: ScreenView;
  /** The moment that every span on the screen is reckoned from, in epoch milliseconds: whole seconds. */
  moment: number;
  /** Why nothing can be done right now, in words; null while it can. */
  lock: string | null;
};

/** Keeps a brand's board for as long as the component lives, and its clock ticking. */
export function useBoard(brand: string, initial: BoardState | null): Screen {
  const t = useTranslations("board.state");
  const [store] = useState(() => createBoardStore(brand, initial));
  useEffect(() => store.start(), [store]);
  const view = useSyncExternalStore(store.subscribe, store.view, store.view);
  const [serverNow, setServerNow] = useState<number | null>(null);
  useInterval(() => {
    const now = store.serverNow();
    if (now !== null) setServerNow(Math.floor(now / 1000) * 1000);
  }, TICK_MS);
  const lock = standing(view) === "offline" ? t("offlineReason") : null;
  return { store, view, moment: momentOf(view, serverNow), lock };
}

export const ScreenContext = createContext<Screen | null>(null);

/** The board around a component; throws outside of one. */
export function useScreen(): Screen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error("this component belongs to a board");
  return screen;
}

/** Gives a thing's name in the reader's language. */
export function useNameOf(): (names: Names) => string {
  const locale = useLocale();
  return (names) => names[locale];
}
