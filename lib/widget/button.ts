import type { Availability } from "@/lib/domain/targeting/launcher";
import { type SitePages, showsOn } from "@/lib/domain/targeting/pages";
import type { Site } from "./site";

/** What the loader knows when it decides about the button. */
export type Situation = {
  pages: SitePages;
  /** `location.pathname`. */
  path: string;
  /** Null when nobody can say any more who is there. */
  availability: Availability | null;
  /** Drawn once for the page, 0 to 1: this page view is among the invited share or it is not. */
  luck: number;
  /** A question, a chat or an answer is there to come back to. */
  running: boolean;
  /** The panel is open. */
  opened: boolean;
};

/** Whether the button shows: while somebody can answer, on the site's pages; always while something runs. */
export function isButtonShown(at: Situation): boolean {
  if (at.running || at.opened) return true;
  const { availability } = at;
  if (!availability || availability.kind === "none") return false;
  return at.luck < availability.share && showsOn(at.pages, at.path);
}

/** Of two snapshots the newer one; the known one when they are of one age. */
export function newer(known: Availability | null, heard: Availability): Availability {
  return known && known.version >= heard.version ? known : heard;
}

/** The button's two lines. `staff` colours its dot; `detail` may be empty. */
export function buttonText(
  words: Site["words"],
  at: { availability: Availability | null; running: boolean; unread: number },
): { title: string; detail: string; staff: boolean } {
  const { availability } = at;
  const staff = availability?.kind === "staff";
  if (at.running) {
    const detail = at.unread > 0 ? fill(words.unread, { count: at.unread }) : "";
    return { title: words.running, detail, staff };
  }
  // Then it shows only because the panel is open: it promises nothing.
  if (!availability || availability.kind === "none") return { title: words.panelTitle, detail: "", staff };
  const { online, usualSeconds, promiseSeconds } = availability;
  const seconds = Math.round(usualSeconds ?? promiseSeconds);
  const speed = fill(usualSeconds === null ? words.promise : words.usual, { seconds });
  const count = online > 0 ? [fill(words.online, { count: online })] : [];
  return { title: staff ? words.askStaff : words.askOwner, detail: [...count, speed].join(" · "), staff };
}

function fill(text: string, values: Record<string, number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
