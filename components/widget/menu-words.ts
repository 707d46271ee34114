import { createContext, useContext } from "react";
import type en from "@/lib/messages/en/widget-menu.json";
import { createTranslate, type KeyOf, type Translate } from "./texts";

export type MenuKey = KeyOf<typeof en>;
export type MenuWords = Translate<MenuKey>;

const Words = createContext<MenuWords>(createTranslate("en", {}));
export const MenuWordsProvider = Words.Provider;

/** Takes the focus to the page's heading, before the control that has it goes. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>(".pn__menu h2")?.focus();
}

/** The words of the options, which travel with them. */
export function useMenuWords(): MenuWords {
  return useContext(Words);
}
