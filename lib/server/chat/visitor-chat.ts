import type { ChatView } from "@/lib/domain/chat/view";
import type { Tx } from "@/lib/server/commit";
import { helperCards } from "@/lib/server/member/helper-cards";
import { findJoinUrl } from "@/lib/server/recruiting/find-join-url";

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
  const chat = await tx.chat.findUniqueOrThrow({
    where: { id: chatId },
    include: {
      question: { select: { topicId: true, product: true } },
      handoverMember: { select: { displayName: true } },
      segments: { orderBy: { startedAt: "asc" }, include: { rating: { select: { stars: true } } } },
    },
  });
  const { topicId, product } = chat.question;
  const cards = await helperCards({
    tx,
    brandId: chat.brandId,
    requests: chat.segments.map(({ memberId }) => ({ memberId, topicId, product })),
    now,
  });
  const segments = chat.segments.flatMap((segment, i) => {
    const helper = cards[i];
    return helper ? [{ id: segment.id, helper, isRated: segment.rating !== null, state: segment.state }] : [];
  });
  const last = chat.segments.at(-1);
  const isContent = last?.rating?.stars === 5 && segments.at(-1)?.helper.kind === "owner";
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
            toName: chat.handoverMember?.displayName ?? null,
            reason: chat.handoverReason,
          }
        : null,
    startedAt: chat.startedAt.toISOString(),
    endedAt: chat.endedAt?.toISOString() ?? null,
    segments: segments.map(({ id, helper, isRated }) => ({ id, helper, isRated })),
    ...(joinUrl ? { joinUrl } : {}),
  };
}
