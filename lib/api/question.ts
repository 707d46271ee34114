import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { LeftClaim } from "@/lib/domain/desk/view";
import {
  AnswerLeftQuestion,
  AskQuestion,
  ChangeQuestion,
  LeaveQuestion,
  ReplyToAnswer,
} from "@/lib/domain/question/schema";
import { VisitorQuestion } from "@/lib/domain/question/view";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { answerLeftQuestion } from "@/lib/server/question/answer-left-question";
import { askQuestion } from "@/lib/server/question/ask-question";
import { askStaffInstead } from "@/lib/server/question/ask-staff-instead";
import { changeQuestion } from "@/lib/server/question/change-question";
import { claimLeft } from "@/lib/server/question/claim-left";
import { leaveQuestion } from "@/lib/server/question/leave-question";
import { releaseLeft } from "@/lib/server/question/release-left";
import { replyToAnswer } from "@/lib/server/question/reply-to-answer";
import { withdrawQuestion } from "@/lib/server/question/withdraw-question";
import { asMember, asVisitor, Done, done, replies, takes } from "./declare";
import { limit } from "./limit";
import { router } from "./router";

const params = z.object({ questionId: Id });

const ask = createRoute({
  method: "post",
  path: "/visitor/questions",
  summary: "Ask; asking twice with one client id asks once",
  security: asVisitor().security,
  middleware: [...asVisitor().middleware, limit("question")],
  request: { body: takes(AskQuestion) },
  responses: replies(VisitorQuestion),
});

const change = createRoute({
  method: "patch",
  path: "/visitor/questions/{questionId}",
  summary: "Change the words while nobody has joined",
  ...asVisitor(),
  request: { params, body: takes(ChangeQuestion) },
  responses: replies(VisitorQuestion),
});

const withdraw = createRoute({
  method: "post",
  path: "/visitor/questions/{questionId}/withdraw",
  summary: "Take the question back",
  ...asVisitor(),
  request: { params },
  responses: replies(VisitorQuestion),
});

const staff = createRoute({
  method: "post",
  path: "/visitor/questions/{questionId}/staff",
  summary: "Ask staff instead of owners",
  ...asVisitor(),
  request: { params },
  responses: replies(VisitorQuestion),
});

const leave = createRoute({
  method: "post",
  path: "/visitor/questions/{questionId}/leave",
  summary: "Leave the question, to be answered within the stated delay: here, and by mail with an address",
  ...asVisitor(),
  request: { params, body: takes(LeaveQuestion) },
  responses: replies(VisitorQuestion),
});

const writeBack = createRoute({
  method: "post",
  path: "/visitor/questions/{questionId}/reply",
  summary: "Write back to the answer of a left question: to wait for the next one, or to go on live",
  security: asVisitor().security,
  middleware: [...asVisitor().middleware, limit("reply")],
  request: { params, body: takes(ReplyToAnswer) },
  responses: replies(VisitorQuestion),
});

const ofBrand = z.object({ brand: Slug, questionId: Id });

const answerLeft = createRoute({
  method: "post",
  path: "/brands/{brand}/questions/{questionId}/answer",
  summary: "Answer a left question that one may answer; its visitor gets a link by mail",
  ...asMember("answer"),
  request: { params: ofBrand, body: takes(AnswerLeftQuestion) },
  responses: replies(Done),
});

const claim = createRoute({
  method: "post",
  path: "/brands/{brand}/questions/{questionId}/claim",
  summary: "Begin, or go on, to write the answer to a left question: it is nobody else's for 15 minutes",
  ...asMember("answer"),
  request: { params: ofBrand },
  responses: replies(LeftClaim),
});

const release = createRoute({
  method: "post",
  path: "/brands/{brand}/questions/{questionId}/release",
  summary: "Leave a left question to others",
  ...asMember("answer"),
  request: { params: ofBrand },
  responses: replies(Done),
});

export const questionRoutes = router()
  .openapi(ask, async (c) =>
    c.json(
      VisitorQuestion.parse(
        await askQuestion({ visitor: c.var.visitor, input: c.req.valid("json"), now: now() }),
      ),
      200,
    ),
  )
  .openapi(change, async (c) => {
    const { questionId } = c.req.valid("param");
    const { text } = c.req.valid("json");
    return c.json(
      VisitorQuestion.parse(await changeQuestion({ visitor: c.var.visitor, questionId, text, now: now() })),
      200,
    );
  })
  .openapi(withdraw, async (c) => {
    const { questionId } = c.req.valid("param");
    return c.json(
      VisitorQuestion.parse(await withdrawQuestion({ visitor: c.var.visitor, questionId, now: now() })),
      200,
    );
  })
  .openapi(staff, async (c) => {
    const { questionId } = c.req.valid("param");
    return c.json(
      VisitorQuestion.parse(await askStaffInstead({ visitor: c.var.visitor, questionId, now: now() })),
      200,
    );
  })
  .openapi(leave, async (c) => {
    const { questionId } = c.req.valid("param");
    const { email } = c.req.valid("json");
    return c.json(
      VisitorQuestion.parse(await leaveQuestion({ visitor: c.var.visitor, questionId, email, now: now() })),
      200,
    );
  })
  .openapi(answerLeft, async (c) => {
    const { questionId } = c.req.valid("param");
    await answerLeftQuestion({ member: c.var.member, questionId, ...c.req.valid("json"), now: now() });
    return c.json(done, 200);
  })
  .openapi(writeBack, async (c) => {
    const { questionId } = c.req.valid("param");
    const party = { visitor: c.var.visitor, questionId };
    const question = await replyToAnswer({ party, input: c.req.valid("json"), now: now() });
    return c.json(VisitorQuestion.parse(question), 200);
  })
  .openapi(claim, async (c) => {
    const { questionId } = c.req.valid("param");
    return c.json(LeftClaim.parse(await claimLeft({ member: c.var.member, questionId, now: now() })), 200);
  })
  .openapi(release, async (c) => {
    await releaseLeft({ member: c.var.member, questionId: c.req.valid("param").questionId, now: now() });
    return c.json(done, 200);
  });
