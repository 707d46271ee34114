import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { readFilter } from "@/lib/domain/conversation/schema";
import { NoteView } from "@/lib/domain/conversation/view";
import { localeOf } from "@/lib/domain/locale";
import { WriteNote } from "@/lib/domain/note/schema";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { exportConversations } from "@/lib/server/conversation/export-conversations";
import { setNoteDeleted } from "@/lib/server/note/set-note-deleted";
import { writeNote } from "@/lib/server/note/write-note";
import { asMember, Done, done, replies, takes } from "./declare";
import { aFile, download } from "./download";
import { router } from "./router";

const ofBrand = z.object({ brand: Slug });
const ofNote = ofBrand.extend({ noteId: Id });

const csv = createRoute({
  method: "get",
  path: "/brands/{brand}/conversations.csv",
  summary: "The list of conversations with the filters of its page, for a spreadsheet",
  ...asMember("conversations"),
  request: { params: ofBrand, query: z.looseObject({ lang: z.string().optional() }) },
  responses: aFile,
});

const write = createRoute({
  method: "post",
  path: "/brands/{brand}/conversations/{questionId}/notes",
  summary: "Write a note that visitor and expert never see",
  ...asMember("conversations"),
  request: { params: ofBrand.extend({ questionId: Id }), body: takes(WriteNote) },
  responses: replies(NoteView),
});

const remove = createRoute({
  method: "delete",
  path: "/brands/{brand}/notes/{noteId}",
  summary: "Delete a note of one's own",
  ...asMember("conversations"),
  request: { params: ofNote },
  responses: replies(Done),
});

const restore = createRoute({
  method: "post",
  path: "/brands/{brand}/notes/{noteId}/restore",
  summary: "Bring back a note of one's own",
  ...asMember("conversations"),
  request: { params: ofNote },
  responses: replies(Done),
});

export const conversationRoutes = router()
  .openapi(csv, async (c) => {
    const { lang, ...params } = c.req.valid("query");
    const filter = { ...readFilter(params as Record<string, string>), after: null };
    const pieces = exportConversations({ member: c.var.member, filter, locale: localeOf(lang) });
    return download(c, { name: "conversations.csv", mime: "text/csv", pieces });
  })
  .openapi(write, async (c) => {
    const { questionId } = c.req.valid("param");
    const note = await writeNote({ member: c.var.member, questionId, ...c.req.valid("json"), now: now() });
    return c.json(NoteView.parse(note), 200);
  })
  .openapi(remove, async (c) => {
    const { noteId } = c.req.valid("param");
    await setNoteDeleted({ member: c.var.member, noteId, isDeleted: true, now: now() });
    return c.json(done, 200);
  })
  .openapi(restore, async (c) => {
    const { noteId } = c.req.valid("param");
    await setNoteDeleted({ member: c.var.member, noteId, isDeleted: false, now: now() });
    return c.json(done, 200);
  });
