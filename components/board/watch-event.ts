import type { MessageView } from "@/lib/domain/chat/view";
import { type Payload, watchEvents } from "@/lib/domain/event";

export type WatchEvent =
  | { name: "message.sent"; data: MessageView }
  | { name: "typing"; data: Payload<typeof watchEvents, "typing"> };

/** An event of a watched chat, checked; null for `sync` and whatever this page does not understand: read again. */
export function parseWatchEvent(name: string, data: unknown): WatchEvent | null {
  if (name !== "message.sent" && name !== "typing") return null;
  const parsed = watchEvents[name].safeParse(data);
  return parsed.success ? ({ name, data: parsed.data } as WatchEvent) : null;
}
