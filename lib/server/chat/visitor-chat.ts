import { z } from "zod";
import { ChatView } from "@/lib/domain/chat/view";
import { audiences } from "@/lib/domain/question/audience";
import type { Tx } from "@/lib/server/commit";
import { helperCards } from "@/lib/server/member/helper-cards";
import { findJoinUrl } from "@/lib/server/recruiting/find-join-url";

const { state, end } = ChatView.shape;

const Rows = z.tuple([
  z.object({
    id: z.string(),
    brandId: z.string(),
    questionId: z.string(),
    version: z.number(),
    state,
    end,
    lastSeq: z.number(),
    helperReadSeq: z.number(),
    handoverText: z.string().nullable(),
    handoverAt: z.date().nullable(),
    handoverTo: z.enum(audiences).nullable(),
    handoverName: z.string().nullable(),
    handoverReason: z.string().nullable(),
    startedAt: z.date(),
    endedAt: z.date().nullable(),
    topicId: z.string().nullable(),
    product: z.string().nullable(),
    segments: z.array(
      z.object({
        id: z.string(),
        memberId: z.string(),
        state: z.enum(["open", "ended", "handed_over", "lost"]),
        stars: z.number().nullable(),
      }),
    ),
  }),
]);

/** A chat as its visitor sees it, read within `tx`. Throws when there is none of that id. */
export async function visitorChat({
  tx,
  chatId,
  now,
}: {
  tx: Tx;
  chatId: string;
  now: Date;
}): Promise<ChatView> {
  const rows = await tx.$queryRaw`
    SELECT c.id, c.brand_id AS "brandId", c.question_id AS "questionId", c.version, c.state, c."end",
      c.last_seq AS "lastSeq", c.helper_read_seq AS "helperReadSeq", c.handover_text AS "handoverText",
      c.handover_at AS "handoverAt", c.handover_to AS "handoverTo", h.display_name AS "handoverName",
      c.handover_reason AS "handoverReason", c.started_at AS "startedAt", c.ended_at AS "endedAt",
      q.topic_id AS "topicId", q.product,
      (SELECT coalesce(json_agg(json_build_object('id', s.id, 'memberId', s.member_id, 'state', s.state,
          'stars', r.stars) ORDER BY s.started_at), '[]')
        FROM segments s LEFT JOIN ratings r ON r.segment_id = s.id WHERE s.chat_id = c.id) AS segments
    FROM chats c JOIN questions q ON q.id = c.question_id LEFT JOIN members h ON h.id = c.handover_to_id
    WHERE c.id = ${chatId}`;
  const [chat] = Rows.parse(rows);
  const { topicId, product } = chat;
  const cards = await helperCards({
    tx,
    brandId: chat.brandId,
    requests: chat.segments.map(({ memberId }) => ({ memberId, topicId, product })),
    now,
  });
  const segments = chat.segments.flatMap((segment, i) => {
    const helper = cards[i];
    return helper ? [{ id: segment.id, helper, isRated: segment.stars !== null, state: segment.state }] : [];
  });
  const last = chat.segments.at(-1);
  const isContent = last?.stars === 5 && segments.at(-1)?.helper.kind === "owner";
  const joinUrl = isContent ? await findJoinUrl({ tx, brandId: chat.brandId, now }) : null;
  const helper = segments.find((segment) => segment.state === "open")?.helper ?? null;
  return {
    id: chat.id,
    questionId: chat.questionId,
    version: chat.version,
    state: chat.state,
    end: chat.end,
    lastSeq: chat.lastSeq,
    readSeq: chat.helperReadSeq,
    helper,
    handover:
      chat.handoverAt && helper
        ? {
            name: helper.name,
            text: chat.handoverText ?? "",
            until: chat.handoverAt.toISOString(),
            to: chat.handoverTo === "owners" ? "owners" : "staff",
            toName: chat.handoverName,
            reason: chat.handoverReason,
          }
        : null,
    startedAt: chat.startedAt.toISOString(),
    endedAt: chat.endedAt?.toISOString() ?? null,
    segments: segments.map(({ id, helper, isRated }) => ({ id, helper, isRated })),
    ...(joinUrl ? { joinUrl } : {}),
  };
}
