import type { OutgoingMessage } from "@/lib/client/outbox";
import type { RealtimeStatus } from "@/lib/client/realtime";
import { lastWhole, mergeRoom } from "@/lib/domain/room/room-list";
import { RoomMessage, type RoomState } from "@/lib/domain/room/view";
import type { RoomRequests } from "./room-requests";

export type RoomView = {
  state: RoomState;
  /** Oldest first; whole from `from` on. */
  messages: readonly RoomMessage[];
  from: number;
  connection: RealtimeStatus;
  outgoing: readonly OutgoingMessage[];
};

export type RoomStore = {
  view(): RoomView;
  subscribe(listener: () => void): () => void;
  change(next: Partial<RoomView>): void;
  /** Takes an event of the room's channel; what it does not know, or what shows a hole, is read again. */
  hear(name: string, data: unknown): void;
  add(messages: readonly RoomMessage[]): void;
  /** Reads the room again and fills what was missed. One reading at a time, and one more if asked meanwhile. */
  read(): Promise<void>;
  /** Fetches what stands before what is shown. Rejects with ApiError. */
  readOlder(): Promise<void>;
};

/** The room on one screen. The server's numbers tell it what is missing; events only make it faster. */
export function createRoomStore({
  initial,
  requests,
}: {
  initial: RoomState;
  requests: Pick<RoomRequests, "read" | "after" | "before">;
}): RoomStore {
  const { messages, from } = initial;
  let view: RoomView = { state: initial, messages, from, connection: "live", outgoing: [] };
  const listeners = new Set<() => void>();
  let reading: Promise<void> | null = null;
  let readAgain = false;

  const change = (next: Partial<RoomView>) => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };
  const add = (more: readonly RoomMessage[]) => change({ messages: mergeRoom(view.messages, more) });

  async function readOnce(): Promise<void> {
    const state = await requests.read();
    change({ state, messages: mergeRoom(view.messages, state.messages) });
    // Away for longer than a page: from the last whole number on, until there are no holes.
    for (;;) {
      const last = lastWhole(view.messages, view.from);
      if (last >= state.lastSeq) return;
      const page = await requests.after(last);
      add(page.messages);
      if (lastWhole(view.messages, view.from) === last) return;
    }
  }

  async function readWhileAsked(): Promise<void> {
    do {
      readAgain = false;
      await readOnce();
    } while (readAgain);
  }

  function read(): Promise<void> {
    if (reading !== null) readAgain = true;
    reading ??= readWhileAsked().finally(() => {
      reading = null;
    });
    return reading;
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    add,
    hear(name, data) {
      const said = name === "room.message" ? RoomMessage.safeParse(data).data : undefined;
      // Hidden or shown again in a part that this screen does not show.
      if (said && said.seq < view.from && !view.messages.some(({ id }) => id === said.id)) return;
      // His own copy keeps the words, which an event for everybody does not carry.
      if (said?.isHidden && view.state.self.mayModerate)
        requests.before(said.seq + 1).then(
          (page) => add(page.messages.filter(({ id }) => id === said.id)),
          () => {},
        );
      else if (said) add([said]);
      const isWhole = said !== undefined && lastWhole(view.messages, view.from) >= said.seq;
      // An announcement stands above the room, too.
      if (!isWhole || said.kind === "announcement") read().catch(() => {});
    },
    read,
    async readOlder() {
      const page = await requests.before(view.from);
      change({ messages: mergeRoom(view.messages, page.messages), from: Math.min(view.from, page.from) });
    },
  };
}
