import type { ToPage, ToPanel } from "./protocol";

/** The panel in its frame: another origin, spoken to by messages whose origins both sides check. */
export function createFrame(
  place: HTMLElement,
  origin: string,
  path: string,
  title: string,
  now: () => ToPanel,
  onMessage: (message: ToPage) => void,
) {
  let frame: HTMLIFrameElement | null = null;
  let isReady = false;
  let wantsFocus = false;

  /** Tells the panel how things are; before it is there nothing is lost, because it is told as soon as it is. */
  function tell(): void {
    if (isReady) frame?.contentWindow?.postMessage({ entraide: now() }, origin);
  }

  addEventListener("message", (event) => {
    if (frame && event.source === frame.contentWindow && event.origin === origin && event.data?.entraide)
      onMessage(event.data.entraide);
  });

  return {
    /** Makes the frame unless it is there. */
    load(): void {
      if (frame) return;
      frame = document.createElement("iframe");
      frame.title = title;
      frame.src = origin + path;
      // The tone of a new message may sound once the visitor has touched the page.
      frame.allow = "autoplay";
      // Its script listens before the frame counts as loaded; a frame that was moved or reloads itself is told again.
      frame.onload = () => {
        isReady = true;
        // What had the focus before it was loaded lost it by that.
        if (wantsFocus) frame?.contentWindow?.focus();
        wantsFocus = false;
        tell();
      };
      place.append(frame);
    },
    tell,
    takeFocus(): void {
      wantsFocus = !isReady;
      frame?.focus();
    },
  };
}
