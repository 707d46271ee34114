import type { Face } from "@/lib/domain/targeting/launcher";
import type { Site } from "./site";

/** launcher.css with the tokens it uses, put here by the bundler. */
declare const LAUNCHER_STYLE: string;
const DARK_MEDIA = "(prefers-color-scheme:dark)";

export type Look = {
  isShown: boolean;
  opened: boolean;
  heading: string;
  line: string;
  isStaff: boolean;
  /** At most three: the server shows no more. */
  people: readonly Face[];
  unread: number;
};

/** Draws the button in a shadow root at the end of the page, so that neither side's styles reach the other. */
export function createLauncher(
  theme: string | undefined,
  { colour, ink, position }: Site,
  onPress: () => void,
  onEscape: () => void,
) {
  const host = element("div");
  host.dataset.entraide = "";
  // What a script sets is no concern of the page's policy; a style attribute would be.
  if (colour) host.style.cssText = `--own:${colour};--on:${ink}`;
  const root = host.attachShadow({ mode: "open" });
  // Nor are sheets made by script, where style elements may be forbidden.
  const sheet = new CSSStyleSheet();
  // A page that is always light or dark says so; the others follow the device.
  const media = theme && { light: "not all", dark: "all" }[theme];
  sheet.replaceSync(media ? LAUNCHER_STYLE.replace(DARK_MEDIA, media) : LAUNCHER_STYLE);
  root.adoptedStyleSheets = [sheet];

  const panel = element("div", position);
  const button = element("button");
  button.ariaHasPopup = "dialog";
  button.onclick = onPress;
  root.addEventListener("keydown", (event) => {
    if ((event as KeyboardEvent).key === "Escape") onEscape();
  });
  const faces = element("span");
  const heading = element("b");
  const line = element("small");
  const words = element("span", "words");
  const count = element("em");
  // The line below the title says it in words.
  faces.ariaHidden = count.ariaHidden = "true";
  words.append(heading, line);
  button.append(faces, words, count);
  root.append(button, panel);

  return {
    /** The frame's place; its content is made at the first opening. */
    panel,
    show(look: Look): void {
      // The page's own scripts may have replaced its whole body.
      if (!host.isConnected) document.body.append(host);
      const { people, opened, unread } = look;
      button.hidden = !look.isShown;
      panel.hidden = !opened;
      button.ariaExpanded = `${opened}`;
      button.className = `${position} ${look.isStaff ? "staff" : ""}`;
      faces.replaceChildren(...people.map(({ tint, initials }) => element("i", tint, initials)));
      heading.textContent = look.heading;
      line.textContent = look.line;
      count.textContent = `${unread || ""}`;
    },
    /** Whether the focus is on the button or in the panel. */
    hasFocus: () => document.activeElement === host,
    takeFocus: () => button.focus(),
  };
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = "", text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
