import { z } from "zod";
import { HelperCard } from "@/lib/domain/member/view";
import { Id, Instant, Names } from "@/lib/domain/schema";
import { RealtimeAddress } from "@/lib/domain/site/view";

export const WaitingRow = z.strictObject({
  questionId: Id,
  firstName: z.string().nullable(),
  text: z.string(),
  topic: Names.nullable(),
  askedAt: Instant,
  /** Start of its present round; later than `askedAt` when it had a helper, or somebody else was wanted. */
  roundAt: Instant,
  promiseSeconds: z.int(),
  /** How many are being asked now. */
  asking: z.int().nonnegative(),
  staffOnly: z.boolean(),
  /** It had a helper before: handed over, or lost him. */
  isBack: z.boolean(),
});

export const ChatRow = z.strictObject({
  chatId: Id,
  firstName: z.string().nullable(),
  topic: Names.nullable(),
  question: z.string(),
  helper: HelperCard.nullable(),
  helperId: Id.nullable(),
  startedAt: Instant,
  /** Seconds from the question to the helper. */
  waitSeconds: z.number().nullable(),
  /** Who wrote last, and when; a visitor's last word waits for an answer. */
  lastAuthor: z.enum(["visitor", "member", "system"]),
  lastAt: Instant,
});

export const PersonRow = z.strictObject({
  memberId: Id,
  name: z.string(),
  kind: z.enum(["owner", "staff"]),
  role: z.enum(["expert", "agent", "manager", "admin"]),
  initials: z.string(),
  tint: z.enum(["sage", "sand", "clay", "sky", "plum", "moss"]),
  pictureUrl: z.string().optional(),
  /** free: open, there, with a place; busy: open, there, full; away: open but silent or gone; paused: says so. */
  presence: z.enum(["free", "busy", "away", "paused"]),
  isPausedByManager: z.boolean(),
  isSuspended: z.boolean(),
  load: z.int(),
  capacity: z.int(),
  topics: z.array(Names),
});

export const CoverageRow = z.strictObject({
  topic: Names,
  free: z.int().nonnegative(),
  online: z.int().nonnegative(),
});

export const TodayFigures = z.strictObject({
  asked: z.int(),
  answered: z.int(),
  promisesKept: z.int(),
  promisesJudged: z.int(),
  left: z.int(),
  leftAnswered: z.int(),
});

/** A kind of helpers by the brand's opening hours: whether open, and until when; null when that never changes. */
const OpenNow = z.strictObject({ isOpen: z.boolean(), until: Instant.nullable() });

/** The manager's board. `today` counts from midnight in the brand's time zone. */
export const BoardState = z.strictObject({
  now: Instant,
  brand: z.strictObject({ id: Id, slug: z.string(), name: z.string(), timeZone: z.string() }),
  realtime: RealtimeAddress,
  waiting: z.array(WaitingRow),
  chats: z.array(ChatRow),
  people: z.array(PersonRow),
  coverage: z.array(CoverageRow),
  today: TodayFigures,
  hours: z.strictObject({ owner: OpenNow, staff: OpenNow }),
  /** The part of visitors to whom the button is shown, 0 to 1; null while nobody is there to be shown. */
  invited: z.number().min(0).max(1).nullable(),
});
export type BoardState = z.infer<typeof BoardState>;
