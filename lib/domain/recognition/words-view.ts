import { z } from "zod";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { LastingAnswer } from "./return-view";

/** A word of thanks as its member, or a manager, looks after it. */
export const ShownWords = z.strictObject({
  thanksId: Id,
  words: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  topic: Names.nullable(),
  language: z.string(),
  thankedAt: Instant,
  /** The visitor lets everybody read it. */
  isShared: z.boolean(),
  /** Taken off the wall, and by whom. */
  hidden: z.enum(["self", "manager"]).nullable(),
});
export type ShownWords = z.infer<typeof ShownWords>;

/** What a visitor said two weeks later. */
export const CameBack = z.strictObject({
  id: Id,
  answer: LastingAnswer,
  words: z.string().nullable(),
  from: z.string().nullable(),
  topic: Names.nullable(),
  language: z.string(),
  answeredAt: Instant,
});
export type CameBack = z.infer<typeof CameBack>;

/** What was said to a member, newest first. */
export const OwnWords = z.strictObject({ words: z.array(ShownWords), cameBack: z.array(CameBack) });
export type OwnWords = z.infer<typeof OwnWords>;

/** The wall as managers look after it; `next` asks for the page after it. */
export const BrandWords = z.strictObject({
  words: z.array(ShownWords),
  next: Id.nullable(),
  /** Of all answers two weeks later to thanks that count, how many said what. */
  lasting: z.strictObject({ yes: z.int(), partly: z.int(), no: z.int() }),
});
export type BrandWords = z.infer<typeof BrandWords>;
