import { z } from "zod";
import { MessageView } from "@/lib/domain/chat/view";
import { HelperCard } from "@/lib/domain/member/view";
import { Id, Instant, Names } from "@/lib/domain/schema";

/** How a left question stands: waiting for an answer (or for one to a reply), answered, talked about live, or taken back. */
export const answerStates = ["waiting", "answered", "searching", "live", "closed"] as const;

/** A left question and what became of it, as the link in its mails shows them. */
export const AnswerPage = z.strictObject({
  brandName: z.string(),
  firstName: z.string().nullable(),
  question: z.string(),
  topic: Names.nullable(),
  language: z.string(),
  askedAt: Instant,
  state: z.enum(answerStates),
  /** By when the answer that is waited for comes. */
  answerBy: Instant.nullable(),
  /** What was said, the question first; empty before the first answer. */
  messages: z.array(MessageView),
  /** Who talks with him live at the moment. */
  carrier: HelperCard.nullable(),
  /** Who answered last, and the part of the talk that can be rated; null until somebody has answered. */
  answer: z.strictObject({ helper: HelperCard, segmentId: Id, isRated: z.boolean() }).nullable(),
  mayReply: z.boolean(),
  /** Somebody could go on live right now: the one who answered, by name, or (null) somebody else. */
  here: z.strictObject({ name: z.string().nullable(), kind: z.enum(["owner", "staff"]) }).nullable(),
  mails: z.enum(["on", "stopped"]),
});
export type AnswerPage = z.infer<typeof AnswerPage>;
