import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import {
  AcceptCandidate,
  CandidateAccepted,
  CandidateChanged,
  CandidateView,
  DeclineCandidate,
  InviteCandidate,
  MergeCandidates,
  NoteWritten,
  WriteNote,
} from "@/lib/domain/recruiting/candidate-schema";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { acceptCandidate } from "@/lib/server/recruiting/accept-candidate";
import { declineCandidate } from "@/lib/server/recruiting/decline-candidate";
import { getCandidate } from "@/lib/server/recruiting/get-candidate";
import { inviteCandidate } from "@/lib/server/recruiting/invite-candidate";
import { mergeCandidates, unmergeCandidate } from "@/lib/server/recruiting/merge-candidates";
import { restoreCandidate } from "@/lib/server/recruiting/restore-candidate";
import { setCandidateNoteRemoved, writeCandidateNote } from "@/lib/server/recruiting/write-candidate-note";
import { asMember, Done, done, replies, takes } from "./declare";
import { limit } from "./limit";
import { router } from "./router";

const onCandidate = z.object({ brand: Slug, candidateId: Id });
const onNote = onCandidate.extend({ candidateNoteId: Id });

const read = createRoute({
  method: "get",
  path: "/brands/{brand}/candidates/{candidateId}",
  summary: "A candidate, with notes and who may be the same person",
  ...asMember("people"),
  request: { params: onCandidate },
  responses: replies(CandidateView),
});

const accept = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/accept",
  summary: "Take an applicant in; his mail leaves a moment later",
  ...asMember("people"),
  request: { params: onCandidate, body: takes(AcceptCandidate) },
  responses: replies(CandidateAccepted),
});

const decline = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/decline",
  summary: "Put a candidate aside; a mail, if there is one, leaves a moment later",
  ...asMember("people"),
  request: { params: onCandidate, body: takes(DeclineCandidate) },
  responses: replies(CandidateChanged),
});

const restore = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/restore",
  summary: "Take a decision about a candidate back",
  ...asMember("people"),
  request: { params: onCandidate },
  responses: replies(CandidateChanged),
});

const invite = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/invite",
  summary: "Mail somebody who was found an invitation of his own",
  security: asMember("people").security,
  middleware: [...asMember("people").middleware, limit("invitation")],
  request: { params: onCandidate, body: takes(InviteCandidate) },
  responses: replies(CandidateChanged),
});

const merge = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/merge",
  summary: "Make two candidates one; this one stays",
  ...asMember("people"),
  request: { params: onCandidate, body: takes(MergeCandidates) },
  responses: replies(CandidateChanged),
});

const unmerge = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/unmerge",
  summary: "Take a merged candidate apart again",
  ...asMember("people"),
  request: { params: onCandidate },
  responses: replies(CandidateChanged),
});

const note = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/notes",
  summary: "Write a note about a candidate",
  ...asMember("people"),
  request: { params: onCandidate, body: takes(WriteNote) },
  responses: replies(NoteWritten),
});

const removeNote = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/notes/{candidateNoteId}/remove",
  summary: "Take a note of one’s own away",
  ...asMember("people"),
  request: { params: onNote },
  responses: replies(Done),
});

const restoreNote = createRoute({
  method: "post",
  path: "/brands/{brand}/candidates/{candidateId}/notes/{candidateNoteId}/restore",
  summary: "Bring a note of one’s own back",
  ...asMember("people"),
  request: { params: onNote },
  responses: replies(Done),
});

export const candidateRoutes = router()
  .openapi(read, async (c) => {
    const { candidateId } = c.req.valid("param");
    return c.json(CandidateView.parse(await getCandidate({ member: c.var.member, candidateId })), 200);
  })
  .openapi(accept, async (c) => {
    const { candidateId } = c.req.valid("param");
    const input = c.req.valid("json");
    const made = await acceptCandidate({ member: c.var.member, candidateId, input, now: now() });
    return c.json(CandidateAccepted.parse(made), 200);
  })
  .openapi(decline, async (c) => {
    const { candidateId } = c.req.valid("param");
    const input = c.req.valid("json");
    const changed = await declineCandidate({ member: c.var.member, candidateId, input, now: now() });
    return c.json(CandidateChanged.parse(changed), 200);
  })
  .openapi(restore, async (c) => {
    const { candidateId } = c.req.valid("param");
    const changed = await restoreCandidate({ member: c.var.member, candidateId, now: now() });
    return c.json(CandidateChanged.parse(changed), 200);
  })
  .openapi(invite, async (c) => {
    const { candidateId } = c.req.valid("param");
    const input = c.req.valid("json");
    const changed = await inviteCandidate({ member: c.var.member, candidateId, input, now: now() });
    return c.json(CandidateChanged.parse(changed), 200);
  })
  .openapi(merge, async (c) => {
    const { candidateId } = c.req.valid("param");
    const input = c.req.valid("json");
    const changed = await mergeCandidates({ member: c.var.member, candidateId, ...input, now: now() });
    return c.json(CandidateChanged.parse(changed), 200);
  })
  .openapi(unmerge, async (c) => {
    const { candidateId } = c.req.valid("param");
    const changed = await unmergeCandidate({ member: c.var.member, candidateId, now: now() });
    return c.json(CandidateChanged.parse(changed), 200);
  })
  .openapi(note, async (c) => {
    const { candidateId } = c.req.valid("param");
    const { text } = c.req.valid("json");
    const written = await writeCandidateNote({ member: c.var.member, candidateId, text, now: now() });
    return c.json(NoteWritten.parse(written), 200);
  })
  .openapi(removeNote, async (c) => {
    const { candidateId, candidateNoteId: noteId } = c.req.valid("param");
    await setCandidateNoteRemoved({
      member: c.var.member,
      candidateId,
      noteId,
      isRemoved: true,
      now: now(),
    });
    return c.json(done, 200);
  })
  .openapi(restoreNote, async (c) => {
    const { candidateId, candidateNoteId: noteId } = c.req.valid("param");
    await setCandidateNoteRemoved({
      member: c.var.member,
      candidateId,
      noteId,
      isRemoved: false,
      now: now(),
    });
    return c.json(done, 200);
  });
