import { z } from "zod";
import { RoomMessage } from "./view";

/** What the room's channel carries. `sync`: read again, something that was said has changed. */
export const roomEvents = { "room.message": RoomMessage, sync: z.strictObject({}) } as const;
