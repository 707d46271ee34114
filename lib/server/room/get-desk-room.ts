import { mayAnswer } from "@/lib/domain/member/status";
import type { DeskRoom } from "@/lib/domain/room/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { roomMessageView, roomSelect } from "./room-view";

/**
 * What a member's desk shows of the room: the first announcement that it has not shown him, and what he asked out of
 * chats that he carries, with the answers. Who wants to hear nothing gets no announcement.
 */
export async function getDeskRoom({ member, now }: { member: MemberActor; now: Date }): Promise<DeskRoom> {
  const { id: memberId, brandId } = member;
  const [row, room, questions] = await Promise.all([
    db().member.findUniqueOrThrow({
      where: { id: memberId },
      select: { status: true, roomPlace: true },
    }),
    db().room.findUnique({ where: { brandId } }),
    db().roomMessage.findMany({
      where: {
        brandId,
        memberId,
        kind: "question",
        hiddenAt: null,
        chat: { state: "open", segments: { some: { memberId, state: "open" } } },
      },
      orderBy: { seq: "asc" },
      take: 20,
      select: {
        ...roomSelect,
        chatId: true,
        answers: { where: { hiddenAt: null }, orderBy: { seq: "asc" }, take: 20, select: roomSelect },
      },
    }),
  ]);
  const place = row.roomPlace;
  const quiet = place?.quietUntil && place.quietUntil > now ? place.quietUntil : null;
  const isMuted = Boolean(place?.mutedUntil && place.mutedUntil > now);
  const announcement = quiet
    ? null
    : await db().roomMessage.findFirst({
        where: {
          brandId,
          kind: "announcement",
          hiddenAt: null,
          pinnedUntil: { gt: now },
          seq: { gt: place?.toldSeq ?? 0 },
          OR: [{ memberId: null }, { memberId: { not: memberId } }],
        },
        orderBy: { seq: "asc" },
        select: roomSelect,
      });
  return {
    lastSeq: room?.lastSeq ?? 0,
    readSeq: place?.readSeq ?? 0,
    quietUntil: quiet?.toISOString() ?? null,
    mayAsk: mayAnswer(row.status) && !isMuted,
    announcement: announcement && roomMessageView(announcement),
    threads: questions.flatMap(({ chatId, answers, ...question }) =>
      chatId === null
        ? []
        : [
            {
              chatId,
              question: roomMessageView(question),
              answers: answers.map((each) => roomMessageView(each)),
            },
          ],
    ),
  };
}
