import { type ToPage, type ToPanel, unwrap, wrap } from "./protocol";

export type PanelFrame = {
  /** Makes the frame unless it is there. */
  load(): void;
  /** Tells the panel; before it is there nothing is lost, because `hello` tells everything. */
  send(message: ToPanel): void;
  focus(): void;
};

/** The panel in its frame: another origin, spoken to by messages whose origins both sides check. */
export function createFrame(options: {
  place: HTMLElement;
  src: string;
  title: string;
  hello(): ToPanel;
  onMessage(message: ToPage): void;
}): PanelFrame {
  const { origin } = new URL(options.src);
  let frame: HTMLIFrameElement | null = null;
  let ready = false;
  let wantsFocus = false;

  function send(message: ToPanel): void {
    if (ready) frame?.contentWindow?.postMessage(wrap(message), origin);
  }

  addEventListener("message", (event) => {
    const message = unwrap<ToPage>(event, { source: frame?.contentWindow, origins: [origin] });
    if (message) options.onMessage(message);
  });

  return {
    load() {
      if (frame) return;
      frame = document.createElement("iframe");
      frame.title = options.title;
      frame.src = options.src;
      // Its script listens before the frame counts as loaded; a frame that was moved loads and greets again.
      frame.onload = () => {
        ready = true;
        // What had the focus before it was loaded lost it by that.
        if (wantsFocus) frame?.contentWindow?.focus();
        send(options.hello());
      };
      options.place.append(frame);
    },
    send,
    focus() {
      wantsFocus = true;
      frame?.focus();
    },
  };
}
