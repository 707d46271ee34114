import type { Face } from "@/lib/domain/targeting/launcher";

/** launcher.css with the tokens it uses, put here by the bundler. */
declare const LAUNCHER_STYLE: string;

export type Look = {
  shown: boolean;
  opened: boolean;
  title: string;
  detail: string;
  staff: boolean;
  faces: readonly Face[];
  unread: number;
};

export type Launcher = {
  show(look: Look): void;
  /** The frame's place; its content is made at the first opening. */
  panel: HTMLElement;
  focus(): void;
};

/** Draws the button in a shadow root at the end of the page, so that neither side's styles reach the other. */
export function createLauncher(options: {
  theme: string | undefined;
  onPress(): void;
  onEscape(): void;
}): Launcher {
  const host = document.createElement("div");
  host.dataset.entraide = "";
  if (options.theme) host.dataset.theme = options.theme;
  const root = host.attachShadow({ mode: "open" });
  // A page's policy may forbid style elements; sheets made by script are not concerned.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LAUNCHER_STYLE);
  root.adoptedStyleSheets = [sheet];

  const panel = element("div", "panel");
  panel.hidden = true;
  const button = element("button", "button");
  button.type = "button";
  button.hidden = true;
  button.setAttribute("aria-haspopup", "dialog");
  button.onclick = options.onPress;
  root.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Escape") options.onEscape();
  });
  root.append(button, panel);

  let drawn = "";
  return {
    panel,
    show(look) {
      // The page's own scripts may have replaced its whole body.
      if (!host.isConnected) document.body.append(host);
      const key = JSON.stringify(look);
      if (key === drawn) return;
      drawn = key;
      button.hidden = !look.shown;
      panel.hidden = !look.opened;
      button.setAttribute("aria-expanded", String(look.opened));
      button.className = `button${look.staff ? " staff" : ""}${look.faces.length > 0 ? "" : " plain"}`;
      const faces = element("span", "faces");
      faces.ariaHidden = "true";
      faces.append(
        ...look.faces.slice(0, 3).map((face) => element("span", `face ${face.tint}`, face.initials)),
      );
      const detail = element("small", "");
      if (look.detail) detail.append(element("i", "dot"), look.detail);
      const words = element("span", "");
      words.append(element("b", "", look.title), detail);
      button.replaceChildren(...(look.faces.length > 0 ? [faces] : []), words);
      if (look.unread > 0) {
        // The line below the title says it in words.
        const count = element("span", "count", String(look.unread));
        count.ariaHidden = "true";
        button.append(count);
      }
    },
    focus: () => button.focus(),
  };
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, text?: string) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
