import { randomBytes } from "node:crypto";
import type { DemoPersona } from "@/lib/domain/demo/demo";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import type { Prisma } from "@/prisma/generated/client";
import { type Cast, topicIdsOf } from "./cast";
import type { NewcomerName } from "./newcomers";

type Speaker = DemoPersona | NewcomerName;

/** Something said in the back room, so many hours before the seed. */
type Said = { by: Speaker; hoursAgo: number; body: string } & (
  | { kind?: never; answers?: number }
  | { kind: "announcement"; pinnedDays: number }
  /** Asked out of a chat, whose visitor's question is quoted. */
  | { kind: "question"; topic: string; quote: string }
);

const room: readonly Said[] = [
  {
    by: "ingrid",
    hoursAgo: 146,
    kind: "question",
    topic: "sizing",
    quote: "M or L at 177 cm?",
    body: "Somebody between two sizes, with long legs. Who of you rides the L at about that height?",
  },
  {
    by: "samir",
    hoursAgo: 145,
    answers: 0,
    body: "I do, at 181. Below 175 the reach gets long: I’d have them sit on both.",
  },
  {
    by: "julien",
    hoursAgo: 144,
    answers: 0,
    body: "The shop keeps both sizes for a test ride, no appointment needed.",
  },
  {
    by: "helene",
    hoursAgo: 70,
    kind: "announcement",
    pinnedDays: 14,
    body: "Winter tyres for the Volt 1 and 3 are late and arrive at the end of the month. If somebody asks: the shop writes to whoever left an address.",
  },
  {
    by: "samir",
    hoursAgo: 52,
    body: "Third question this week about a squeal after rain. It’s nearly always the new pads: two firm stops, and it’s gone.",
  },
  { by: "nadia", hoursAgo: 51, answers: 4, body: "Same here. I keep your sentence, if I may." },
  {
    by: "mats",
    hoursAgo: 44,
    body: "Third talk done. Nadia read along, and I forgot that she did.",
  },
  { by: "ingrid", hoursAgo: 42, answers: 6, body: "Welcome, Mats. The range people are yours, then." },
];

/** How much each has read: the last one said is new to Nadia and Samir. */
const unread: Partial<Record<Speaker, number>> = { nadia: 1, samir: 1, solene: room.length };

/** Writes what experts and staff said to each other, and how far each has read. */
export async function addRoom({
  tx,
  brand: { id: brandId },
  topics,
  members,
  now,
}: Cast<Speaker> & { tx: Tx }): Promise<void> {
  const ids = room.map(() => randomBytes(16).toString("hex"));
  const chats = await tx.chat.findMany({
    where: {
      brandId,
      question: { text: { in: room.flatMap((said) => (said.kind === "question" ? said.quote : [])) } },
    },
    select: { id: true, question: { select: { text: true } } },
  });
  await tx.room.create({ data: { brandId, lastSeq: room.length } });
  await tx.roomMessage.createMany({
    data: room.map((said, index): Prisma.RoomMessageCreateManyInput => {
      const { by, hoursAgo, body } = said;
      const sentAt = later(now, -hoursAgo * 3_600);
      const id = ids[index];
      const message = { id, brandId, seq: index + 1, clientId: `seed-${index}`, memberId: members[by].id };
      const words = { ...message, body, sentAt };
      if (said.kind === "announcement")
        return { ...words, kind: said.kind, pinnedUntil: later(now, said.pinnedDays * 86_400) };
      if (said.kind === undefined)
        return {
          ...words,
          kind: "word",
          answersId: said.answers === undefined ? null : (ids[said.answers] ?? null),
        };
      const { kind, topic, quote } = said;
      const [topicId] = topicIdsOf({ topics }, [topic]);
      const chatId = chats.find(({ question }) => question.text === quote)?.id;
      return { ...words, kind, topicId, quote, chatId };
    }),
  });
  await tx.roomPlace.createMany({
    data: (Object.keys(members) as Speaker[]).map((speaker) => ({
      memberId: members[speaker].id,
      brandId,
      readSeq: room.length - (unread[speaker] ?? 0),
      // Everybody has read the announcement on his desk.
      toldSeq: room.length,
    })),
  });
}
