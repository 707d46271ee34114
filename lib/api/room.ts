import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import {
  Announce,
  AskColleagues,
  ChangePlace,
  MuteMember,
  RoomQuery,
  WriteInRoom,
} from "@/lib/domain/room/schema";
import { DeskRoom, RoomMessage, RoomPage, RoomState } from "@/lib/domain/room/view";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { announce as announceToAll } from "@/lib/server/room/announce";
import { askColleagues } from "@/lib/server/room/ask-colleagues";
import { changeHidden } from "@/lib/server/room/change-hidden";
import { changePlace } from "@/lib/server/room/change-place";
import { getDeskRoom } from "@/lib/server/room/get-desk-room";
import { getRoom } from "@/lib/server/room/get-room";
import { listRoom } from "@/lib/server/room/list-room";
import { muteMember } from "@/lib/server/room/mute-member";
import { sayInRoom } from "@/lib/server/room/say-in-room";
import { asMember, Done, done, replies, takes } from "./declare";
import { limit } from "./limit";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofMessage = ofBrand.extend({ roomMessageId: Id });

const read = createRoute({
  method: "get",
  path: "/brands/{brand}/room",
  summary: "The back room: what experts and staff say to each other, the newest, and one's own place in it",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(RoomState),
});

const messages = createRoute({
  method: "get",
  path: "/brands/{brand}/room/messages",
  summary: "What was said in the back room after a number, or before one",
  ...asMember("desk"),
  request: { params: ofBrand, query: RoomQuery },
  responses: replies(RoomPage),
});

const beside = createRoute({
  method: "get",
  path: "/brands/{brand}/room/desk",
  summary:
    "What a desk shows of the back room: a new announcement, answers to what one asked from one's chats",
  ...asMember("desk"),
  request: { params: ofBrand },
  responses: replies(DeskRoom),
});

const say = createRoute({
  method: "post",
  path: "/brands/{brand}/room/messages",
  summary: "Say something in the back room, or in a thread of it",
  security: asMember("desk").security,
  middleware: [...asMember("desk").middleware, limit("room")],
  request: { params: ofBrand, body: takes(WriteInRoom) },
  responses: replies(RoomMessage),
});

const ask = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/ask",
  summary: "Ask colleagues something out of a chat that one carries; its visitor is not exposed",
  security: asMember("answer").security,
  middleware: [...asMember("answer").middleware, limit("room")],
  request: { params: ofBrand.extend({ chatId: Id }), body: takes(AskColleagues) },
  responses: replies(RoomMessage),
});

const announce = createRoute({
  method: "post",
  path: "/brands/{brand}/room/announcements",
  summary: "Tell everybody something: above the room until then, once on each desk",
  security: asMember("people").security,
  middleware: [...asMember("people").middleware, limit("room")],
  request: { params: ofBrand, body: takes(Announce) },
  responses: replies(RoomMessage),
});

const hide = createRoute({
  method: "post",
  path: "/brands/{brand}/room/messages/{roomMessageId}/hide",
  summary: "Hide a message of the back room, or take an announcement back",
  ...asMember("moderate"),
  request: { params: ofMessage },
  responses: replies(Done),
});

const show = createRoute({
  method: "post",
  path: "/brands/{brand}/room/messages/{roomMessageId}/show",
  summary: "Show a hidden message of the back room again",
  ...asMember("moderate"),
  request: { params: ofMessage },
  responses: replies(Done),
});

const place = createRoute({
  method: "put",
  path: "/brands/{brand}/room/place",
  summary: "Keep what one has read of the back room, and until when one wants to hear nothing of it",
  ...asMember("desk"),
  request: { params: ofBrand, body: takes(ChangePlace) },
  responses: replies(Done),
});

const mute = createRoute({
  method: "put",
  path: "/brands/{brand}/room/mutes/{memberId}",
  summary: "Silence a member in the back room for a time, with a reason, or let him speak again",
  ...asMember("moderate"),
  request: { params: ofBrand.extend({ memberId: Id }), body: takes(MuteMember) },
  responses: replies(Done),
});

export const roomRoutes = router()
  .openapi(read, async (c) =>
    c.json(RoomState.parse(await getRoom({ member: c.var.member, now: now() })), 200),
  )
  .openapi(messages, async (c) =>
    c.json(RoomPage.parse(await listRoom({ member: c.var.member, query: c.req.valid("query") })), 200),
  )
  .openapi(beside, async (c) =>
    c.json(DeskRoom.parse(await getDeskRoom({ member: c.var.member, now: now() })), 200),
  )
  .openapi(say, async (c) => {
    const said = await sayInRoom({ member: c.var.member, input: c.req.valid("json"), now: now() });
    return c.json(RoomMessage.parse(said), 200);
  })
  .openapi(ask, async (c) => {
    const { chatId } = c.req.valid("param");
    const asked = await askColleagues({
      member: c.var.member,
      chatId,
      input: c.req.valid("json"),
      now: now(),
    });
    return c.json(RoomMessage.parse(asked), 200);
  })
  .openapi(announce, async (c) => {
    const told = await announceToAll({ member: c.var.member, input: c.req.valid("json"), now: now() });
    return c.json(RoomMessage.parse(told), 200);
  })
  .openapi(hide, async (c) => {
    const { roomMessageId } = c.req.valid("param");
    await changeHidden({ member: c.var.member, roomMessageId, isHidden: true, now: now() });
    return c.json(done, 200);
  })
  .openapi(show, async (c) => {
    const { roomMessageId } = c.req.valid("param");
    await changeHidden({ member: c.var.member, roomMessageId, isHidden: false, now: now() });
    return c.json(done, 200);
  })
  .openapi(place, async (c) => {
    await changePlace({ member: c.var.member, input: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(mute, async (c) => {
    const { memberId } = c.req.valid("param");
    await muteMember({ member: c.var.member, memberId, input: c.req.valid("json"), now: now() });
    return c.json(done, 200);
  });
