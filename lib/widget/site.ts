import type { Availability } from "@/lib/domain/targeting/launcher";
import type { SitePages } from "@/lib/domain/targeting/pages";

/** What the loader reads of the API's SiteView. */
export type Site = {
  id: string;
  pages: SitePages;
  availability: Availability;
  realtime: { key: string; host: string; port: number; tls: boolean; path: string };
  /** `#rrggbb`, or empty for our own. */
  colour: string;
  /** Read on it. */
  ink: string;
  position: "left" | "right";
  words: {
    askOwner: string;
    askStaff: string;
    /** With `{count}`. */
    online: string;
    /** With `{seconds}`. */
    usual: string;
    promise: string;
    running: string;
    /** With `{count}`. */
    unread: string;
    panelTitle: string;
    leave: string;
  };
};

/** The site of a key (as it stands in addresses), or null when it cannot be had: the page then stays as it is. */
export async function fetchSite(origin: string, key: string, language: string): Promise<Site | null> {
  try {
    const answer = await fetch(`${origin}/api/sites/${key}?lang=${language}`, {
      credentials: "omit",
    });
    return answer.ok ? ((await answer.json()) as Site) : null;
  } catch {
    return null;
  }
}
