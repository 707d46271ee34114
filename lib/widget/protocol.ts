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

/** From the loader on the host's page to the panel in its frame. */
export type ToPanel =
  | { kind: "hello"; shown: boolean; context: PageContext; availability: Availability; token: string | null }
  | { kind: "context"; context: PageContext }
  | { kind: "identify"; token: string }
  | { kind: "shown"; shown: boolean }
  | { kind: "availability"; availability: Availability };

/** From the panel to the loader. `running`: there is a question, a chat or an answer to come back to. */
export type ToPage = { kind: "state"; running: boolean; unread: number } | { kind: "minimise" };

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
  const { data } = event;
  if (typeof data !== "object" || data === null || !("entraide" in data)) return null;
  return data.entraide as M;
}
