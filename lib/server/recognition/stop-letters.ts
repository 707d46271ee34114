import { AppError } from "@/lib/domain/error";
import { notificationsOf, storedNotifications } from "@/lib/domain/member/notifications";
import { commit } from "@/lib/server/commit";
import { readLetterToken } from "./letter-token";

/** Whoever holds a letter's link wants no more of its kind; his other mails stay. NOT_FOUND for any other token. */
export async function stopLetters({ token }: { token: string }): Promise<void> {
  const stopped = readLetterToken(token);
  if (!stopped) throw new AppError("NOT_FOUND");
  const { memberId: id, kind } = stopped;
  await commit(async (tx) => {
    await tx.$queryRaw`SELECT id FROM members WHERE id = ${id} FOR NO KEY UPDATE`;
    const member = await tx.member.findUnique({ where: { id }, select: { notifications: true } });
    if (!member) throw new AppError("NOT_FOUND");
    const choices = notificationsOf(member.notifications);
    choices[kind === "expert" ? "letterMail" : "numbersMail"] = false;
    await tx.member.update({
      where: { id },
      data: { notifications: storedNotifications(choices), version: { increment: 1 } },
    });
  });
}
