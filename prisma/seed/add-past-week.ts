import { createHash, randomBytes } from "node:crypto";
import { brandSettings } from "@/lib/domain/brand/schema";
import type { DemoPersona } from "@/lib/domain/demo/demo";
import { helperKind } from "@/lib/domain/member/role";
import { later } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import type { AtDesk, Cast } from "./cast";
import { pastWeek, type WeekQuestion } from "./past-week";
import { recordDesks } from "./record-desks";
import { weekNames } from "./week-talks";

type WeekCast = Cast & {
  /** Slugs of the topics that each knows. */
  knows: Record<DemoPersona, readonly string[]>;
  /** When people were at their desks besides. */
  atDesk: readonly AtDesk[];
};

const newId = () => randomBytes(16).toString("hex");
const product = "Volt 3 City";

/**
 * Writes the demo brand's last days, so that settings can be tried on them. Without thanks or ratings: those tell of
 * people, these days tell of waits.
 */
export async function addPastWeek({ tx, ...cast }: WeekCast & { tx: Tx }): Promise<void> {
  const { brand, members, topics, knows, now } = cast;
  const topicId = (slug: string) => topics.find((topic) => topic.slug === slug)?.id ?? null;
  const personas = Object.keys(members) as DemoPersona[];
  const settings = brandSettings(brand.settings);
  const week = pastWeek({
    now,
    timeZone: brand.timeZone,
    settings,
    people: new Map(
      personas.map((persona) => {
        const { id: memberId, role, languages, capacity } = members[persona];
        const known = knows[persona].flatMap((slug) => topicId(slug) ?? []);
        const topics = known.map((id) => ({ topicId: id, thanks: 0, misses: 0 }));
        return [persona, { memberId, kind: helperKind(role), languages, capacity, hasHelped: true, topics }];
      }),
    ),
    topicId,
  });
  await recordDesks(tx, cast, [...week.desks, ...cast.atDesk]);
  const rows = week.questions.map((question, index) =>
    rowsOf(question, index, week.startsAt, cast, settings),
  );
  const talks = rows.flatMap(({ talk }) => talk ?? []);
  await tx.visitor.createMany({ data: rows.map(({ visitor }) => visitor) });
  await tx.question.createMany({ data: rows.map(({ question }) => question) });
  await tx.routingEvent.createMany({ data: rows.flatMap(({ taken }) => taken ?? []) });
  await tx.offer.createMany({ data: talks.map(({ offer }) => offer) });
  await tx.chat.createMany({ data: talks.map(({ chat }) => chat) });
  await tx.segment.createMany({ data: talks.map(({ segment }) => segment) });
  await tx.message.createMany({ data: talks.flatMap(({ messages }) => messages) });
}

/** The rows of one question: its talk, or that its visitor took it back. */
function rowsOf(
  { arrival, talk, outcome }: WeekQuestion,
  index: number,
  startsAt: Date,
  cast: Cast,
  {
    targetSeconds,
    promiseSeconds,
    offerSeconds,
  }: Record<"targetSeconds" | "promiseSeconds" | "offerSeconds", number>,
) {
  const { brand, site } = cast;
  const brandId = brand.id;
  const [visitorId, questionId] = [newId(), arrival.id];
  const askedAt = later(startsAt, arrival.at);
  const settledAt = later(askedAt, outcome.waited);
  const helper = Object.values(cast.members).find(({ id }) => id === outcome.memberId);
  const answeredAt = later(settledAt, arrival.answerAfter);
  const endedAt = later(settledAt, Math.max(arrival.chatSeconds, arrival.answerAfter + 30));
  return {
    visitor: {
      id: visitorId,
      brandId,
      siteId: site.id,
      // Nobody holds this token.
      tokenHash: createHash("sha256").update(newId()).digest("hex"),
      firstName: weekNames[index % weekNames.length],
      language: talk.language,
      consentAt: askedAt,
      lastSeenAt: helper ? endedAt : settledAt,
      createdAt: askedAt,
    },
    question: {
      id: questionId,
      brandId,
      siteId: site.id,
      visitorId,
      clientId: newId(),
      topicId: arrival.topicId,
      state: helper ? ("ended" as const) : ("withdrawn" as const),
      text: talk.question,
      language: talk.language,
      pageTitle: product,
      product,
      targetSeconds,
      promiseSeconds,
      askedAt,
      roundAt: askedAt,
      ...(helper && { joinedAt: settledAt, firstAnswerAt: answeredAt }),
      promiseKept: outcome.promiseKept,
      endedAt: helper ? endedAt : settledAt,
    },
    taken: helper ? null : { brandId, questionId, kind: "withdrawn", at: settledAt },
    talk: helper ? talkOf() : null,
  };

  function talkOf() {
    const [chatId, segmentId] = [newId(), newId()];
    const memberId = outcome.memberId ?? "";
    const name = helper?.displayName ?? "";
    const line = { brandId, chatId, body: "", author: "system" as const };
    const joined = {
      kind: "joined",
      name,
      helper: helper ? helperKind(helper.role) : "owner",
      seconds: Math.round(outcome.waited),
    };
    return {
      offer: {
        brandId,
        questionId,
        memberId,
        round: 1,
        wave: 1,
        state: "accepted" as const,
        reserves: true,
        reason: { topic: null, thanks: 0, owns: null, openCall: false },
        madeAt: askedAt,
        deliveredAt: later(askedAt, Math.min(0.3, outcome.waited)),
        expiresAt: later(askedAt, offerSeconds),
        closedAt: settledAt,
      },
      chat: {
        id: chatId,
        brandId,
        questionId,
        visitorId,
        state: "ended" as const,
        end: "solved" as const,
        lastSeq: 4,
        visitorReadSeq: 4,
        helperReadSeq: 4,
        startedAt: settledAt,
        endedAt,
      },
      segment: {
        id: segmentId,
        brandId,
        chatId,
        memberId,
        state: "ended" as const,
        startedAt: settledAt,
        endedAt,
      },
      messages: [
        {
          ...line,
          seq: 1,
          clientId: `question-${questionId}`,
          author: "visitor" as const,
          body: talk.question,
          sentAt: askedAt,
        },
        { ...line, seq: 2, clientId: "joined-1", sentAt: settledAt, system: joined },
        {
          ...line,
          seq: 3,
          clientId: newId(),
          author: "member" as const,
          memberId,
          segmentId,
          body: talk.answer,
          sentAt: answeredAt,
        },
        { ...line, seq: 4, clientId: "ended", sentAt: endedAt, system: { kind: "ended", by: "visitor" } },
      ],
    };
  }
}
