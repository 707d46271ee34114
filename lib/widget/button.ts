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
  /** The visitor may not ask. */
  isBanned: boolean;
};

/**
 * Whether the button shows: while somebody can answer, or a question can be left, on the site's pages, and he may ask;
 * always while something runs.
 */
export function isButtonShown(at: Situation): boolean {
  if (at.running || at.opened) return true;
  const { availability } = at;
  if (at.isBanned || !availability) return false;
  const isInvited = availability.kind === "none" ? availability.leaving : at.luck < availability.share;
  return Boolean(isInvited) && showsOn(at.pages, at.path);
}

/** Of two snapshots the newer one; the known one when they are of one age. Null once nobody can say. */
export function newer(known: Availability | null, heard: Availability | null): Availability | null {
  return known && heard && known.version >= heard.version ? known : heard;
}

/** The button's two lines. `isStaff` colours its dot; `line` may be empty. */
export function buttonText(
  words: Site["words"],
  at: { availability: Availability | null; running: boolean; unread: number },
): { heading: string; line: string; isStaff: boolean } {
  const { availability, unread } = at;
  const isStaff = availability?.kind === "staff";
  const lines = (heading: string, line = "") => ({ heading, line, isStaff });
  if (at.running) return lines(words.running, unread > 0 ? fill(words.unread, unread) : "");
  // Nobody is there: it promises nothing, and without leaving it shows only because the panel is open.
  if (!availability || availability.kind === "none")
    return lines(availability?.leaving ? words.leave : words.panelTitle);
  const { online, usualSeconds, promiseSeconds } = availability;
  const speed = fill(usualSeconds === null ? words.promise : words.usual, usualSeconds ?? promiseSeconds);
  return lines(
    isStaff ? words.askStaff : words.askOwner,
    online > 0 ? `${fill(words.online, online)} · ${speed}` : speed,
  );
}

/** Each of the texts has one number in it. */
function fill(text: string, value: number): string {
  return text.replace(/\{\w+\}/, `${Math.round(value)}`);
}
