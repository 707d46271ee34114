import { useEffect, useRef } from "react";

/** A accepts and P passes, for those who switched the keys on; never while something is typed or a dialog is open. */
export function useOfferKeys(isOn: boolean, accept: () => void, pass: () => void): void {
  const latest = useRef({ accept, pass });
  useEffect(() => {
    latest.current = { accept, pass };
  });
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || isWriting(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === "a") latest.current.accept();
      else if (key === "p") latest.current.pass();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
}

function isWriting(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog]")) return true;
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}
