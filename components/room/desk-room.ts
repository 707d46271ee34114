import { type DeskRoom, RoomMessage } from "@/lib/domain/room/view";
import type { RoomRequests } from "./room-requests";

/** What a desk knows of the back room; null until it was read. */
export type DeskRoomFeed = {
  view(): DeskRoom | null;
  subscribe(listener: () => void): () => void;
  /** Takes an event of the room's channel. */
  hear(name: string, data: unknown): void;
  /** Reads again; a failure is kept quiet, since the next reading mends it. */
  read(): void;
  /** Somebody answered what was asked here. */
  onAnswer(listener: (answer: RoomMessage) => void): () => void;
  /** The announcement was shown: it does not come again. */
  told(): void;
};

/** The back room beside the chats of one desk. */
export function createDeskRoom(requests: Pick<RoomRequests, "desk" | "place">): DeskRoomFeed {
  let room: DeskRoom | null = null;
  let toldSeq = 0;
  let readings = 0;
  const listeners = new Set<() => void>();
  const answered = new Set<(answer: RoomMessage) => void>();

  const change = (next: DeskRoom) => {
    const { announcement } = next;
    room = { ...next, announcement: announcement && announcement.seq > toldSeq ? announcement : null };
    for (const listener of listeners) listener();
  };

  function read(): void {
    readings += 1;
    const reading = readings;
    requests.desk().then(
      // Of two answers that overtake each other the later question counts.
      (next) => reading === readings && change(next),
      () => {},
    );
  }

  return {
    view: () => room,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onAnswer(listener) {
      answered.add(listener);
      return () => answered.delete(listener);
    },
    read,
    hear(name, data) {
      const said = name === "room.message" ? RoomMessage.safeParse(data).data : undefined;
      const thread = room?.threads.find(({ question }) => question.id === said?.answersId);
      // What others say to each other is not the desk's.
      if (room && said && !thread && said.kind === "word") return;
      if (said && !said.isHidden && thread && !thread.answers.some(({ id }) => id === said.id))
        for (const listener of answered) listener(said);
      read();
    },
    told() {
      if (!room?.announcement) return;
      toldSeq = room.announcement.seq;
      change({ ...room, announcement: null });
      // Another one may wait behind it.
      requests.place({ toldSeq }).then(read, () => {});
    },
  };
}
