import { type RefObject, useLayoutEffect } from "react";

/** When an element goes that holds the focus, the desk's middle takes it, so that the keyboard goes on from there. */
export function useFocusHeir(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const going = element.current;
    return () => {
      if (going?.contains(document.activeElement)) document.getElementById("desk-middle")?.focus();
    };
  }, [element]);
}
