import { useEffect, useRef } from "react";
import { type Command, commandOf } from "./commands";
import { useDeskHandle } from "./use-desk";

/**
 * Listens for the desk's keys. `choice`: true, they were switched on; false, off, the question mark too; null, nobody
 * chose yet, so that the question mark alone leads to the list. They rest while something is typed or chosen and while
 * a dialog is open. Escape leaves the box to write in, so that they can be used.
 */
export function useDeskKeys(choice: boolean | null): void {
  const { commands } = useDeskHandle();
  useEffect(() => {
    if (choice === false) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (choice && event.key === "Escape" && !event.isComposing) return leaveBox(event.target);
      const command = commandOf(event);
      if (!command || (!choice && command !== "help") || isElsewhere(event.target)) return;
      if (commands.run(command)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [choice, commands]);
}

/** Offers a way to carry out a command for as long as the component is there; null while it cannot. */
export function useCommand(command: Command, run: (() => void) | null): void {
  const { commands } = useDeskHandle();
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const canRun = run !== null;
  useEffect(() => {
    if (!canRun) return;
    return commands.offer(command, () => latest.current?.());
  }, [commands, command, canRun]);
}

function leaveBox(target: EventTarget | null): void {
  if (target instanceof HTMLElement && target.closest(".composer textarea"))
    document.getElementById("desk-middle")?.focus();
}

/** Letters that somebody types, or by which he finds his way in a list, are not ours. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return true;
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=listbox]") !== null
  );
}
