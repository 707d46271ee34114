import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { PastChats, Picture, ProfileView } from "@/lib/domain/member/profile-view";
import { ChangeProfile } from "@/lib/domain/member/schema";
import { Id, Slug } from "@/lib/domain/schema";
import { endSessions } from "@/lib/server/account/end-sessions";
import { now } from "@/lib/server/clock";
import { changeProfile } from "@/lib/server/member/change-profile";
import { getProfile } from "@/lib/server/member/get-profile";
import { leaveBrand } from "@/lib/server/member/leave-brand";
import { listPastChats } from "@/lib/server/member/list-past-chats";
import { readCapacity } from "@/lib/server/member/read-capacity";
import { readPicture } from "@/lib/server/picture/read-picture";
import { setPicture } from "@/lib/server/picture/set-picture";
import { asAnybody, asMember, asUser, Done, done, replies, takes } from "./declare";
import { limit } from "./limit";
import { router } from "./router";
import { clearSessionCookie } from "./session-cookie";
import { uploadBody, uploadOf } from "./upload";

const params = z.object({ brand: Slug });

const read = createRoute({
  method: "get",
  path: "/brands/{brand}/profile",
  summary: "One's own profile in a brand",
  ...asMember("desk"),
  request: { params },
  responses: replies(ProfileView),
});

const change = createRoute({
  method: "patch",
  path: "/brands/{brand}/profile",
  summary:
    "Save one's own name, languages, place on the button, wish for chats at once and mails, opened at a version",
  ...asMember("desk"),
  request: { params, body: takes(ChangeProfile) },
  responses: replies(z.strictObject({ version: z.int() })),
});

const capacityRead = createRoute({
  method: "post",
  path: "/brands/{brand}/profile/capacity-read",
  summary: "Say that one has read that one may take more chats at once",
  ...asMember("desk"),
  request: { params },
  responses: replies(Done),
});

const upload = createRoute({
  method: "post",
  path: "/brands/{brand}/profile/picture",
  summary: "Upload one's own picture: an image, which is encoded anew as a square",
  security: asMember("desk").security,
  middleware: [...asMember("desk").middleware, limit("upload")],
  request: { params, body: uploadBody },
  responses: replies(Picture),
});

const removePicture = createRoute({
  method: "delete",
  path: "/brands/{brand}/profile/picture",
  summary: "Take one's own picture away",
  ...asMember("desk"),
  request: { params },
  responses: replies(Picture),
});

const chats = createRoute({
  method: "get",
  path: "/brands/{brand}/profile/chats",
  summary: "The chats that one carried, newest first",
  ...asMember("desk"),
  request: { params, query: z.object({ before: Id.optional() }) },
  responses: replies(PastChats),
});

const leave = createRoute({
  method: "post",
  path: "/brands/{brand}/profile/leave",
  summary: "Give one's place in the brand up; running chats are routed again",
  ...asMember("desk"),
  request: { params },
  responses: replies(Done),
});

const signOut = createRoute({
  method: "post",
  path: "/account/sign-out-everywhere",
  summary: "End one's sessions on every device",
  ...asUser(),
  responses: replies(Done),
});

const picture = createRoute({
  method: "get",
  path: "/pictures/{key}",
  summary: "A member's picture, by the address that views carry",
  ...asAnybody(),
  request: { params: z.object({ key: Id }) },
  responses: {
    200: { description: "The picture", content: { "image/webp": { schema: z.any() } } },
  },
});

export const profileRoutes = router()
  .openapi(read, async (c) => c.json(ProfileView.parse(await getProfile({ member: c.var.member })), 200))
  .openapi(change, async (c) => {
    const { member } = c.var;
    return c.json(await changeProfile({ member, input: c.req.valid("json"), now: now() }), 200);
  })
  .openapi(capacityRead, async (c) => {
    await readCapacity({ member: c.var.member, now: now() });
    return c.json(done, 200);
  })
  .openapi(upload, async (c) => {
    const { bytes } = await uploadOf(c);
    return c.json(Picture.parse(await setPicture({ member: c.var.member, bytes })), 200);
  })
  .openapi(removePicture, async (c) =>
    c.json(Picture.parse(await setPicture({ member: c.var.member, bytes: null })), 200),
  )
  .openapi(chats, async (c) => {
    const { member } = c.var;
    const { before } = c.req.valid("query");
    return c.json(PastChats.parse(await listPastChats({ member, before, now: now() })), 200);
  })
  .openapi(leave, async (c) => {
    await leaveBrand({ member: c.var.member, now: now() });
    return c.json(done, 200);
  })
  .openapi(signOut, async (c) => {
    await endSessions({ userId: c.var.userId, now: now() });
    clearSessionCookie(c);
    return c.json(done, 200);
  })
  .openapi(picture, async (c) =>
    c.body(await readPicture(c.req.valid("param")), 200, {
      "Content-Type": "image/webp",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "cross-origin",
      // A new picture has a new address.
      "Cache-Control": "public, max-age=86400, immutable",
    }),
  );
