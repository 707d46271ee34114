import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { EndChat, MailChat, RateSegment, SendHandover, SendMessage } from "@/lib/domain/chat/schema";
import { AttachmentView, ChatView, MessageView } from "@/lib/domain/chat/view";
import { Id } from "@/lib/domain/schema";
import { addAttachment } from "@/lib/server/attachment/add-attachment";
import { announceTyping } from "@/lib/server/chat/announce-typing";
import { cancelHandover } from "@/lib/server/chat/cancel-handover";
import { endChat } from "@/lib/server/chat/end-chat";
import { getVisitorChat } from "@/lib/server/chat/get-visitor-chat";
import { listMessages } from "@/lib/server/chat/list-messages";
import { mailChat } from "@/lib/server/chat/mail-chat";
import { markRead } from "@/lib/server/chat/mark-read";
import { sendHandover } from "@/lib/server/chat/send-handover";
import { sendMessage } from "@/lib/server/chat/send-message";
import { now } from "@/lib/server/clock";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { asVisitor, Done, done, replies, takes } from "./declare";
import { limit, originOf } from "./limit";
import { router } from "./router";
import { uploadBody, uploadOf } from "./upload";

const params = z.object({ chatId: Id });
const Messages = z.strictObject({ messages: z.array(MessageView) });
const limitedVisitor = (kind: "message" | "upload" | "mail") => ({
  security: asVisitor().security,
  middleware: [...asVisitor().middleware, limit(kind)],
});

const list = createRoute({
  method: "get",
  path: "/visitor/chats/{chatId}/messages",
  summary: "Messages after a number, oldest first",
  ...asVisitor(),
  request: { params, query: z.object({ after: z.coerce.number().int().min(0).default(0) }) },
  responses: replies(Messages),
});

const send = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/messages",
  summary: "Write; the same client id and body again gets the first answer again",
  ...limitedVisitor("message"),
  request: { params, body: takes(SendMessage) },
  responses: replies(MessageView),
});

const attach = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/attachments",
  summary: "Upload an image or a PDF, to be sent with a message",
  ...limitedVisitor("upload"),
  request: { params, body: uploadBody },
  responses: replies(AttachmentView),
});

const typing = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/typing",
  summary: "The visitor is writing",
  ...asVisitor(),
  request: { params },
  responses: replies(Done),
});

const read = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/read",
  summary: "The visitor has seen the messages up to a number",
  ...asVisitor(),
  request: { params, body: takes(z.strictObject({ seq: z.int().min(0) })) },
  responses: replies(Done),
});

const end = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/end",
  summary: "End the chat",
  ...asVisitor(),
  request: { params, body: takes(EndChat) },
  responses: replies(ChatView),
});

const rate = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/rating",
  summary: "Rate the part that one helper carried",
  ...asVisitor(),
  request: { params, body: takes(RateSegment) },
  responses: replies(ChatView),
});

const mail = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/mail",
  summary: "Mail the conversation to an address, which is kept only if the visitor says so",
  ...limitedVisitor("mail"),
  request: { params, body: takes(MailChat) },
  responses: replies(Done),
});

const confirmHandover = createRoute({
  method: "post",
  path: "/visitor/chats/{chatId}/handover",
  summary: "Send the hand-over now, with the words as the visitor edited them",
  ...asVisitor(),
  request: { params, body: takes(SendHandover) },
  responses: replies(ChatView),
});

const refuseHandover = createRoute({
  method: "delete",
  path: "/visitor/chats/{chatId}/handover",
  summary: "Stay with the present helper",
  ...asVisitor(),
  request: { params },
  responses: replies(ChatView),
});

export const visitorChatRoutes = router()
  .openapi(list, async (c) => {
    const party = { visitor: c.var.visitor };
    const messages = await listMessages({
      party,
      ...c.req.valid("param"),
      ...c.req.valid("query"),
      now: now(),
    });
    return c.json(Messages.parse({ messages }), 200);
  })
  .openapi(send, async (c) => {
    const party = { visitor: c.var.visitor };
    const input = c.req.valid("json");
    return c.json(
      MessageView.parse(await sendMessage({ party, ...c.req.valid("param"), input, now: now() })),
      200,
    );
  })
  .openapi(attach, async (c) => {
    const party = { visitor: c.var.visitor };
    const file = await uploadOf(c);
    return c.json(
      AttachmentView.parse(await addAttachment({ party, ...c.req.valid("param"), file, now: now() })),
      200,
    );
  })
  .openapi(typing, async (c) => {
    await announceTyping({ party: { visitor: c.var.visitor }, ...c.req.valid("param"), now: now() });
    return c.json(done, 200);
  })
  .openapi(read, async (c) => {
    await markRead({ party: { visitor: c.var.visitor }, ...c.req.valid("param"), ...c.req.valid("json") });
    return c.json(done, 200);
  })
  .openapi(end, async (c) => {
    const { visitor } = c.var;
    await endChat({ party: { visitor }, ...c.req.valid("param"), ...c.req.valid("json"), now: now() });
    return c.json(
      ChatView.parse(await getVisitorChat({ visitor, ...c.req.valid("param"), now: now() })),
      200,
    );
  })
  .openapi(rate, async (c) => {
    const { visitor } = c.var;
    await rateSegment({
      visitor,
      ...c.req.valid("param"),
      input: c.req.valid("json"),
      origin: originOf(c),
      now: now(),
    });
    return c.json(
      ChatView.parse(await getVisitorChat({ visitor, ...c.req.valid("param"), now: now() })),
      200,
    );
  })
  .openapi(mail, async (c) => {
    await mailChat({
      visitor: c.var.visitor,
      ...c.req.valid("param"),
      ...c.req.valid("json"),
      now: now(),
    });
    return c.json(done, 200);
  })
  .openapi(confirmHandover, async (c) => {
    const { visitor } = c.var;
    await sendHandover({ visitor, ...c.req.valid("param"), ...c.req.valid("json"), now: now() });
    return c.json(
      ChatView.parse(await getVisitorChat({ visitor, ...c.req.valid("param"), now: now() })),
      200,
    );
  })
  .openapi(refuseHandover, async (c) => {
    const { visitor } = c.var;
    await cancelHandover({ party: { visitor }, ...c.req.valid("param"), now: now() });
    return c.json(
      ChatView.parse(await getVisitorChat({ visitor, ...c.req.valid("param"), now: now() })),
      200,
    );
  });
