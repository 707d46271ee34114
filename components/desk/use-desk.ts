"use client";

import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { createDeskRoom, type DeskRoomFeed } from "@/components/room/desk-room";
import { type RoomRequests, roomRequests } from "@/components/room/room-requests";
import { type ClockOffset, createClockOffset } from "@/lib/client/clock-offset";
import { createOutbox, newClientId, type Outbox } from "@/lib/client/outbox";
import { type Commands, createCommands } from "./commands";
import { type DeskActions, deskActions } from "./desk-actions";
import { connectDesk } from "./desk-connection";
import { deskRequests, sendEnd, sendLeave } from "./desk-requests";
import { createDeskStore, type DeskStore, type DeskView } from "./desk-store";
import { sessionStore } from "./session-store";

export type DeskHandle = {
  brandSlug: string;
  memberId: string;
  store: DeskStore;
  actions: DeskActions;
  /** The brand's back room, as far as it stands beside the chats. */
  room: DeskRoomFeed;
  /** Asks colleagues out of a chat. */
  ask: RoomRequests["ask"];
  /** What can be done by key at the moment. */
  commands: Commands;
  /** The server's time. */
  clock: ClockOffset;
};

/** Opens a member's desk on this screen, for as long as the component lives. */
export function useDesk({ brandSlug, memberId }: { brandSlug: string; memberId: string }): DeskHandle {
  const [{ handle, start }] = useState(() => openDesk(brandSlug, memberId));
  useEffect(() => start(), [start]);
  return handle;
}

/** What the screens draw, newest. */
export function useDeskView(handle: DeskHandle): DeskView {
  return useSyncExternalStore(handle.store.subscribe, handle.store.view, handle.store.view);
}

export const DeskContext = createContext<DeskHandle | null>(null);

/** The desk around a component; throws outside of one. */
export function useDeskHandle(): DeskHandle {
  const handle = useContext(DeskContext);
  if (!handle) throw new Error("this component belongs to a desk");
  return handle;
}

function openDesk(brandSlug: string, memberId: string) {
  // A screen is a page that was loaded: two tabs are two screens, even if one is a copy of the other.
  const screenId = newClientId();
  const requests = deskRequests(brandSlug);
  const clock = createClockOffset();
  const store = createDeskStore({ requests, clock });
  const backRoom = roomRequests(brandSlug);
  const room = createDeskRoom(backRoom);
  let outbox: Outbox | null = null;
  let epoch = 0;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const actions = deskActions({
    store,
    requests,
    screenId,
    outbox: () => outbox,
    selfChanged: () => {
      epoch += 1;
    },
  });

  function start() {
    clearTimeout(leaving);
    outbox = createOutbox({
      storage: sessionStore(),
      storageKey: `desk ${memberId} outbox`,
      onChange: (outgoing) => store.change({ outgoing }),
      async send({ chatId, clientId, body, attachment }) {
        const message = { clientId, body, ...(attachment ? { attachmentId: attachment.id } : {}) };
        store.apply({ type: "messages", messages: [await requests.send(chatId, message)] });
      },
    });
    store.change({ outgoing: outbox.items() });
    const endNow = () => {
      for (const chatId of actions.takeEndings()) sendEnd(brandSlug, chatId);
    };
    // Before the connection says that this screen goes.
    window.addEventListener("pagehide", endNow);
    const connection = connectDesk({ brandSlug, screenId, requests, clock, store, room, epoch: () => epoch });
    const flush = () => outbox?.flush();
    window.addEventListener("online", flush);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", endNow);
      endNow();
      connection.close();
      outbox?.close();
      // React may start the same desk again at once.
      leaving = setTimeout(() => sendLeave(brandSlug, screenId));
    };
  }

  const ask: DeskHandle["ask"] = async (chatId, json) => {
    const asked = await backRoom.ask(chatId, json);
    room.read();
    return asked;
  };
  const commands = createCommands();
  const handle: DeskHandle = { brandSlug, memberId, store, actions, room, ask, commands, clock };
  return { handle, start };
}
