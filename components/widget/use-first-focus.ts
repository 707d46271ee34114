import { type RefObject, useEffect, useRef } from "react";

/** Puts the focus on the first control of what has just appeared, once. */
export function useFirstFocus<E extends HTMLElement>(): RefObject<E | null> {
  const container = useRef<E>(null);
  useEffect(() => {
    container.current?.querySelector<HTMLElement>("textarea, input, button")?.focus();
  }, []);
  return container;
}
