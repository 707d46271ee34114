import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { EndChat, ProposeHandover, SendMessage } from "@/lib/domain/chat/schema";
import { AttachmentView, ExpertChat, HandoverChoices, MessageView, StaffChat } from "@/lib/domain/chat/view";
import { Id, Slug } from "@/lib/domain/schema";
import { addAttachment } from "@/lib/server/attachment/add-attachment";
import { announceTyping } from "@/lib/server/chat/announce-typing";
import { cancelHandover } from "@/lib/server/chat/cancel-handover";
import { endChat } from "@/lib/server/chat/end-chat";
import { findHandoverChoices } from "@/lib/server/chat/find-handover-choices";
import { getDeskChat } from "@/lib/server/chat/get-desk-chat";
import { keepChatOpen } from "@/lib/server/chat/keep-chat-open";
import { listMessages } from "@/lib/server/chat/list-messages";
import { markRead } from "@/lib/server/chat/mark-read";
import { proposeHandover } from "@/lib/server/chat/propose-handover";
import { resumeChat } from "@/lib/server/chat/resume-chat";
import { sendMessage } from "@/lib/server/chat/send-message";
import { stepOut } from "@/lib/server/chat/step-out";
import { watchChat } from "@/lib/server/chat/watch-chat";
import { now } from "@/lib/server/clock";
import { asMember, Done, done, replies, takes } from "./declare";
import { limit } from "./limit";
import { router } from "./router";
import { uploadBody, uploadOf } from "./upload";

const params = z.object({ brand: Slug, chatId: Id });
const Messages = z.strictObject({ messages: z.array(MessageView) });
const DeskChat = z.union([StaffChat, ExpertChat]);
const Resumed = z.strictObject({ chat: DeskChat, messages: z.array(MessageView) });
const Watched = z.strictObject({ chat: StaffChat, messages: z.array(MessageView) });
const limitedMember = (kind: "message" | "upload") => ({
  security: asMember("answer").security,
  middleware: [...asMember("answer").middleware, limit(kind)],
});

const list = createRoute({
  method: "get",
  path: "/brands/{brand}/chats/{chatId}/messages",
  summary: "Messages after a number, oldest first",
  ...asMember("answer"),
  request: { params, query: z.object({ after: z.coerce.number().int().min(0).default(0) }) },
  responses: replies(Messages),
});

const send = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/messages",
  summary: "Write; the same client id and body again gets the first answer again",
  ...limitedMember("message"),
  request: { params, body: takes(SendMessage) },
  responses: replies(MessageView),
});

const attach = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/attachments",
  summary: "Upload an image or a PDF, to be sent with a message",
  ...limitedMember("upload"),
  request: { params, body: uploadBody },
  responses: replies(AttachmentView),
});

const typing = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/typing",
  summary: "The helper is writing",
  ...asMember("answer"),
  request: { params },
  responses: replies(Done),
});

const read = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/read",
  summary: "The helper has seen the messages up to a number",
  ...asMember("answer"),
  request: { params, body: takes(z.strictObject({ seq: z.int().min(0) })) },
  responses: replies(Done),
});

const end = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/end",
  summary: "End the chat",
  ...asMember("answer"),
  request: { params, body: takes(EndChat) },
  responses: replies(DeskChat),
});

const propose = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/handover",
  summary:
    "Propose to hand over to staff, to owners or to somebody by name, in words that the visitor may edit",
  ...asMember("answer"),
  request: { params, body: takes(ProposeHandover) },
  responses: replies(DeskChat),
});

const withdraw = createRoute({
  method: "delete",
  path: "/brands/{brand}/chats/{chatId}/handover",
  summary: "Take the proposal back",
  ...asMember("answer"),
  request: { params },
  responses: replies(DeskChat),
});

const stepOutRoute = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/step-out",
  summary: "Not comfortable: hand over to staff at once, without a word to explain",
  ...asMember("answer"),
  request: { params },
  responses: replies(Done),
});

const choices = createRoute({
  method: "get",
  path: "/brands/{brand}/chats/{chatId}/handover",
  summary: "To whom the chat may be handed over now",
  ...asMember("answer"),
  request: { params },
  responses: replies(HandoverChoices),
});

const keep = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/keep",
  summary: "Keep a silent chat open: the helper is looking something up, and the visitor is told",
  ...asMember("answer"),
  request: { params },
  responses: replies(Done),
});

const resume = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/resume",
  summary: "Take up again a chat that was lost and still waits; one of all who press wins",
  ...asMember("answer"),
  request: { params },
  responses: replies(Resumed),
});

const watch = createRoute({
  method: "post",
  path: "/brands/{brand}/chats/{chatId}/watch",
  summary: "Read along; to be repeated while watching, since the stream stops a minute after the last call",
  ...asMember("observe"),
  request: { params },
  responses: replies(Watched),
});

export const deskChatRoutes = router()
  .openapi(list, async (c) => {
    const party = { member: c.var.member };
    const { chatId } = c.req.valid("param");
    const messages = await listMessages({ party, chatId, ...c.req.valid("query"), now: now() });
    return c.json(Messages.parse({ messages }), 200);
  })
  .openapi(send, async (c) => {
    const party = { member: c.var.member };
    const { chatId } = c.req.valid("param");
    return c.json(
      MessageView.parse(await sendMessage({ party, chatId, input: c.req.valid("json"), now: now() })),
      200,
    );
  })
  .openapi(attach, async (c) => {
    const party = { member: c.var.member };
    const { chatId } = c.req.valid("param");
    const file = await uploadOf(c);
    return c.json(AttachmentView.parse(await addAttachment({ party, chatId, file, now: now() })), 200);
  })
  .openapi(typing, async (c) => {
    const { chatId } = c.req.valid("param");
    await announceTyping({ party: { member: c.var.member }, chatId, now: now() });
    return c.json(done, 200);
  })
  .openapi(read, async (c) => {
    const { chatId } = c.req.valid("param");
    await markRead({ party: { member: c.var.member }, chatId, ...c.req.valid("json") });
    return c.json(done, 200);
  })
  .openapi(end, async (c) => {
    const { member } = c.var;
    const { chatId } = c.req.valid("param");
    await endChat({ party: { member }, chatId, ...c.req.valid("json"), now: now() });
    return c.json(DeskChat.parse(await getDeskChat({ member, chatId, now: now() })), 200);
  })
  .openapi(propose, async (c) => {
    const { member } = c.var;
    const { chatId } = c.req.valid("param");
    await proposeHandover({ member, chatId, ...c.req.valid("json"), now: now() });
    return c.json(DeskChat.parse(await getDeskChat({ member, chatId, now: now() })), 200);
  })
  .openapi(withdraw, async (c) => {
    const { member } = c.var;
    const { chatId } = c.req.valid("param");
    await cancelHandover({ party: { member }, chatId, now: now() });
    return c.json(DeskChat.parse(await getDeskChat({ member, chatId, now: now() })), 200);
  })
  .openapi(choices, async (c) => {
    const { chatId } = c.req.valid("param");
    const found = await findHandoverChoices({ member: c.var.member, chatId, now: now() });
    return c.json(HandoverChoices.parse(found), 200);
  })
  .openapi(stepOutRoute, async (c) => {
    await stepOut({ member: c.var.member, chatId: c.req.valid("param").chatId, now: now() });
    return c.json(done, 200);
  })
  .openapi(keep, async (c) => {
    await keepChatOpen({ member: c.var.member, chatId: c.req.valid("param").chatId, now: now() });
    return c.json(done, 200);
  })
  .openapi(resume, async (c) => {
    const { chatId } = c.req.valid("param");
    return c.json(Resumed.parse(await resumeChat({ member: c.var.member, chatId, now: now() })), 200);
  })
  .openapi(watch, async (c) => {
    const { chatId } = c.req.valid("param");
    return c.json(Watched.parse(await watchChat({ member: c.var.member, chatId, now: now() })), 200);
  });
