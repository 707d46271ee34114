import type { Availability } from "@/lib/domain/targeting/launcher";

/** What the host page says of the moment, through `entraide("context", …)` and by its address. */
export type PageContext = {
  page?: { url: string; title: string };
  product?: string | null;
  topic?: string | null;
  cart?: {
    currency: string;
    total: number;
    items: { name: string; quantity: number; price: number }[];
  } | null;
};

/** From the loader on the host's page to the panel in its frame, whole, at each change of any of it. */
export type ToPanel = {
  /** The panel is open. */
  shown: boolean;
  context: PageContext;
  availability: Availability;
  /** The brand's word on who its visitor is. */
  token: string | null;
  /** The page said `logout`: whoever this browser holds is to be forgotten. */
  forget: boolean;
};

/**
 * From the panel to the loader. `known`: this browser holds a visitor; `running`: there is a question, a chat or an
 * answer to come back to; `banned`: he may not ask before that time (epoch milliseconds; 0 for may). Events are for the page's listeners.
 */
export type ToPage =
  | { kind: "state"; known: boolean; running: boolean; unread: number; banned: number }
  | { kind: "event"; name: "question" | "message" | "ended"; detail?: { unread: number } }
  | { kind: "minimise" };

/** Marks our messages among whatever else the host's page exchanges. */
export function wrap<M extends ToPanel | ToPage>(message: M): { entraide: M } {
  return { entraide: message };
}

/** The message of an event from a known window and origin; null for everything else. */
export function unwrap<M extends ToPanel | ToPage>(
  event: { data: unknown; origin: string; source: unknown },
  from: { source: unknown; origins: readonly string[] },
): M | null {
  if (!from.source || event.source !== from.source || !from.origins.includes(event.origin)) return null;
  return (event.data as { entraide?: M } | null)?.entraide ?? null;
}
