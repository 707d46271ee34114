import { useEffect, useState, useSyncExternalStore } from "react";
import { sessionStore } from "@/components/desk/session-store";
import { createOutbox, type Outbox } from "@/lib/client/outbox";
import { connectRealtime } from "@/lib/client/realtime";
import { channels } from "@/lib/domain/channel";
import type { RoomState } from "@/lib/domain/room/view";
import { type RoomRequests, roomRequests } from "./room-requests";
import { createRoomStore, type RoomStore, type RoomView } from "./room-store";

/** Where words that open a thread of their own wait; those that answer wait by what they answer. */
export const newThread = "room";

export type RoomHandle = {
  requests: RoomRequests;
  store: RoomStore;
  /** `threadId`: what is answered, or `newThread`. */
  say(threadId: string, body: string): void;
  retry(clientId: string): void;
  discard(clientId: string): void;
};

/** Keeps the brand's room true while its page is open. */
export function useRoom(brandSlug: string, initial: RoomState): RoomHandle & { view: RoomView } {
  const [{ handle, start }] = useState(() => openRoom(brandSlug, initial));
  const { store } = handle;
  const view = useSyncExternalStore(store.subscribe, store.view, store.view);
  useEffect(() => start(), [start]);
  return { ...handle, view };
}

function openRoom(brandSlug: string, initial: RoomState) {
  const requests = roomRequests(brandSlug);
  const store = createRoomStore({ initial, requests });
  let outbox: Outbox | null = null;

  function start() {
    const { brandId, self, realtime: address } = initial;
    outbox = createOutbox({
      storage: sessionStore(),
      storageKey: `room ${self.memberId} outbox`,
      onChange: (outgoing) => store.change({ outgoing }),
      async send({ chatId, clientId, body }) {
        const thread = chatId === newThread ? {} : { answersId: chatId };
        store.add([await requests.say({ clientId, body, ...thread })]);
      },
    });
    store.change({ outgoing: outbox.items() });
    const readQuietly = () => void store.read().catch(() => {});
    const realtime = connectRealtime({
      address,
      channels: [channels.room(brandId)],
      authorise: requests.authorise,
      signIn: requests.signIn,
      onEvent: (_channel, name, data) => store.hear(name, data),
      onSubscribed: readQuietly,
      onStatus: (connection) => store.change({ connection }),
      poll: () => store.read(),
    });
    const flush = () => outbox?.flush();
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("online", flush);
      realtime.close();
      outbox?.close();
    };
  }

  const handle: RoomHandle = {
    requests,
    store,
    say: (threadId, body) => void outbox?.add({ chatId: threadId, body }),
    retry: (clientId) => outbox?.retry(clientId),
    discard: (clientId) => outbox?.discard(clientId),
  };
  return { handle, start };
}
