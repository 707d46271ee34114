import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { addLine } from "./add-line";
import { idleAt } from "./idle-at";
import { whyClosed } from "./why-closed";

/**
 * The helper is looking something up: the warning of a silent chat is taken back, and its visitor is told why nobody
 * writes. Without a warning it changes nothing. CHAT_ENDED or NOT_FOUND when he does not carry the chat.
 */
export async function keepChatOpen({
  member,
  chatId,
  now,
}: {
  member: MemberActor;
  chatId: string;
  now: Date;
}): Promise<void> {
  const carried = {
    id: chatId,
    state: "open" as const,
    segments: { some: { memberId: member.id, state: "open" as const } },
  };
  await commit(async (tx, emit) => {
    const [kept] = await tx.chat.updateManyAndReturn({
      where: { ...carried, idleWarnedAt: { not: null } },
      data: { idleAt: idleAt(member.settings, now), idleWarnedAt: null },
      select: { lastSeq: true },
    });
    if (!kept) {
      if ((await tx.chat.count({ where: carried })) > 0) return;
      throw await whyClosed({ party: { member }, chatId });
    }
    const line = { kind: "looking" as const, name: member.displayName };
    await addLine({ tx, emit, chatId, key: `looking-${kept.lastSeq + 1}`, line, now });
  });
}
