import { z } from "zod";
import { Role } from "@/lib/domain/member/schema";
import { Id, Instant, Locale, Names } from "@/lib/domain/schema";

const url = z.url({ protocol: /^https?$/ });

/** What each template needs. */
const data = {
  "sign-in": z.strictObject({ url, host: z.string() }),
  "left-received": z.strictObject({
    brand: z.string(),
    question: z.string(),
    answerBy: Instant,
    timeZone: z.string(),
    url,
  }),
  "left-answer": z.strictObject({ brand: z.string(), question: z.string(), helper: z.string(), url }),
  conversation: z.strictObject({
    brand: z.string(),
    startedAt: Instant,
    timeZone: z.string(),
    messages: z.array(
      z.strictObject({
        /** Null for the visitor himself. */
        helper: z.strictObject({ name: z.string(), kind: z.enum(["owner", "staff"]) }).nullable(),
        at: Instant,
        text: z.string(),
        file: z.string().nullable(),
      }),
    ),
  }),
  "left-question": z.strictObject({
    brand: z.string(),
    question: z.string(),
    answerBy: Instant,
    timeZone: z.string(),
    url,
  }),
  /** Before a stated delay ends. */
  "left-reminder": z.strictObject({
    brand: z.string(),
    question: z.string(),
    answerBy: Instant,
    timeZone: z.string(),
    url,
  }),
  /** A visitor wrote back to somebody's answer; without his words, which an expert reads on his desk. */
  "left-reply": z.strictObject({ brand: z.string(), answerBy: Instant, timeZone: z.string(), url }),
  thanks: z.strictObject({ brand: z.string(), url }),
  /** To the visitor, two weeks after his thanks: does it still help? */
  "thanks-return": z.strictObject({ brand: z.string(), helper: z.string(), url }),
  /** To an expert, of a month as 2026-03: what his help did. Words are those that may be shown to everybody. */
  letter: z.strictObject({
    brand: z.string(),
    month: z.string().regex(/^\d{4}-\d{2}$/),
    thanks: z.int(),
    topics: z.array(z.strictObject({ names: Names, thanks: z.int() })),
    lasting: z.int(),
    words: z.array(z.strictObject({ from: z.string().nullable(), text: z.string() })),
    badges: z.array(Names),
    url,
    profileUrl: url,
  }),
  /** To a manager, of a month: counts alone. */
  numbers: z.strictObject({
    brand: z.string(),
    month: z.string().regex(/^\d{4}-\d{2}$/),
    asked: z.int(),
    answered: z.int(),
    kept: z.int(),
    judged: z.int(),
    thanks: z.int(),
    lasting: z.int(),
    returned: z.int(),
    helpers: z.int(),
    badges: z.int(),
    url,
    profileUrl: url,
  }),
  /** To whoever applied: the address is his. */
  "application-confirm": z.strictObject({ brand: z.string(), email: z.string(), url }),
  /** He applied to a brand where he has a place. */
  "application-known": z.strictObject({ brand: z.string(), url }),
  "application-accepted": z.strictObject({
    brand: z.string(),
    name: z.string(),
    status: z.enum(["training", "active"]),
    url,
  }),
  "application-declined": z.strictObject({
    brand: z.string(),
    name: z.string(),
    message: z.string().nullable(),
  }),
  /** To somebody who was found or is on a list: whether he would like to help. */
  "candidate-invitation": z.strictObject({
    brand: z.string(),
    inviter: z.string(),
    email: z.string(),
    message: z.string().nullable(),
    url,
  }),
  invitation: z.strictObject({ brand: z.string(), inviter: z.string(), role: Role, email: z.string(), url }),
} as const;

/** `visitorId` on every mail to a visitor: what waits or was kept of it goes when he is erased. */
const envelope = {
  to: z.string(),
  locale: Locale,
  visitorId: Id.optional(),
  /** Mails with one id are one conversation for the reader's mail program; the first of them is its root. */
  thread: z.strictObject({ id: z.string().regex(/^[0-9a-f]{8,64}$/), isRoot: z.boolean() }).optional(),
  /** Where to POST that no more of these are wanted (RFC 8058). */
  stopUrl: url.optional(),
};

/** A mail to be sent, as a job carries it. */
export const Mail = z.discriminatedUnion("template", [
  z.strictObject({ ...envelope, template: z.literal("sign-in"), data: data["sign-in"] }),
  z.strictObject({ ...envelope, template: z.literal("left-received"), data: data["left-received"] }),
  z.strictObject({ ...envelope, template: z.literal("left-answer"), data: data["left-answer"] }),
  z.strictObject({ ...envelope, template: z.literal("conversation"), data: data.conversation }),
  z.strictObject({ ...envelope, template: z.literal("left-question"), data: data["left-question"] }),
  z.strictObject({ ...envelope, template: z.literal("left-reminder"), data: data["left-reminder"] }),
  z.strictObject({ ...envelope, template: z.literal("left-reply"), data: data["left-reply"] }),
  z.strictObject({ ...envelope, template: z.literal("thanks"), data: data.thanks }),
  z.strictObject({ ...envelope, template: z.literal("thanks-return"), data: data["thanks-return"] }),
  z.strictObject({ ...envelope, template: z.literal("letter"), data: data.letter }),
  z.strictObject({ ...envelope, template: z.literal("numbers"), data: data.numbers }),
  z.strictObject({ ...envelope, template: z.literal("invitation"), data: data.invitation }),
  z.strictObject({
    ...envelope,
    template: z.literal("application-confirm"),
    data: data["application-confirm"],
  }),
  z.strictObject({ ...envelope, template: z.literal("application-known"), data: data["application-known"] }),
  z.strictObject({
    ...envelope,
    template: z.literal("application-accepted"),
    data: data["application-accepted"],
  }),
  z.strictObject({
    ...envelope,
    template: z.literal("application-declined"),
    data: data["application-declined"],
  }),
  z.strictObject({
    ...envelope,
    template: z.literal("candidate-invitation"),
    data: data["candidate-invitation"],
  }),
]);
export type Mail = z.infer<typeof Mail>;

/** A mail in its language, before it becomes text or HTML. Nothing in it is escaped. */
export type MailParts = {
  subject: string;
  lead: string;
  /** What the reader once wrote, with the words that introduce it. */
  quote: { introduction: string; text: string } | null;
  /** A conversation: who spoke and when, and what was said. */
  lines?: { head: string; text: string }[];
  /** Introduces the link, where something stands between it and the lead. */
  after: string | null;
  action: { label: string; url: string } | null;
  footer: string;
  /** Leads to where these mails can be stopped. */
  stop?: { label: string; url: string };
};
