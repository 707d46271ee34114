/** What the page says once it listens. */
export const AWAKE = "entraide:awake";

/**
 * Keeps what somebody does on a page that is drawn but does not listen yet, and does it again once it says `awake`: on a
 * slow line a press would else do nothing, a form would be sent by the browser to nowhere, and a field would show what
 * nobody has heard. Runs in the document before everything else, as text: it may use nothing from outside itself.
 */
export function keepEarlyInput(awake: string): void {
  /** For each control the last press on it, or its last change, in the order in which they came. */
  const kept = new Map<HTMLElement, Event[]>();
  const chosen = new Map<HTMLElement, string>();
  const kinds = ["pointerdown", "keydown", "click", "change"];

  const keep = (event: Event) => {
    const pressed = "button, input[type=checkbox], input[type=radio]";
    const wanted = event.type === "change" ? "select, input[type=file]" : pressed;
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>(wanted) : null;
    if (!control) return;
    // A form that has somewhere to go needs no script.
    if (
      control instanceof HTMLButtonElement &&
      control.type === "submit" &&
      control.form?.hasAttribute("action")
    )
      return;
    if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
    // Neither a library that listens already nor, at a click, the browser.
    event.stopImmediatePropagation();
    if (event.type === "click") event.preventDefault();
    const before = event.type === "click" ? (kept.get(control) ?? []) : [];
    kept.delete(control);
    kept.set(control, [...before.filter(({ type }) => type !== "click"), event]);
    if (control instanceof HTMLSelectElement) chosen.set(control, control.value);
  };

  const say = (field: HTMLInputElement | HTMLTextAreaElement, words: string) => {
    if (!field.isConnected) return;
    const { selectionStart, selectionEnd } = field;
    // React hears a field whose value is not the one that it has seen set last.
    field.value = "";
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, words);
    if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const doAgain = (control: HTMLElement, events: readonly Event[]) => {
    if (!control.isConnected) return;
    // React puts its own choice back whenever it draws the list again.
    if (control instanceof HTMLSelectElement) control.value = chosen.get(control) ?? "";
    for (const event of events) {
      const again = Reflect.construct(event.constructor, [event.type, event]);
      const isWanted = control.dispatchEvent(again);
      // As the browser does: a key that was taken presses nothing.
      if (event.type === "keydown" && !isWanted) return;
    }
  };

  for (const kind of kinds) window.addEventListener(kind, keep, true);
  window.addEventListener(
    awake,
    () => {
      for (const kind of kinds) window.removeEventListener(kind, keep, true);
      const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        "textarea, input:not([type=checkbox], [type=radio], [type=file], [type=range], [type=color])",
      );
      const typed = [...fields]
        .filter((field) => field.value !== field.defaultValue)
        .map((field) => [field, field.value] as const);
      // Once the components have drawn what they themselves remember: what was done here is newer. Each in a turn of its
      // own, so that it finds what the one before it has changed.
      for (const [field, words] of typed) setTimeout(() => say(field, words));
      for (const [control, events] of kept) setTimeout(() => doAgain(control, events));
    },
    { once: true },
  );
}
