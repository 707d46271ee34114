import { quietUntil } from "@/lib/domain/habit/habit";
import { type Locale, localeOf } from "@/lib/domain/locale";
import { notificationsOf } from "@/lib/domain/member/notifications";
import { type HelperKind, helperKind } from "@/lib/domain/member/role";
import { mayAnswer, mayEnter } from "@/lib/domain/member/status";
import { type PushKind, pushName } from "@/lib/domain/push/kind";
import { db } from "@/lib/server/database";
import { memberTime, timeSelect } from "@/lib/server/habit/member-time";

/** Whoever is told something on his devices. */
export type PushReader = {
  memberId: string;
  kind: HelperKind;
  locale: Locale;
  brand: { id: string; slug: string; name: string };
  isOpen: boolean;
  /** Questions may be put to him, as far as he is open. */
  mayOpen: boolean;
  /** It is quiet for him until then; null when he may be disturbed. */
  quietUntil: Date | null;
  wants(kind: PushKind): boolean;
};

/** Reads whom a message is for; null for who has no place there any more, and in a closed brand. */
export async function findPushReader(
  { memberId, userId }: { memberId: string; userId: string },
  now: Date,
): Promise<PushReader | null> {
  const row = await db().member.findFirst({
    where: { id: memberId, userId, brand: { deletedAt: null } },
    select: {
      ...timeSelect,
      notifications: true,
      user: { select: { locale: true } },
      brand: { select: { id: true, slug: true, name: true, timeZone: true } },
    },
  });
  if (!row || !mayEnter(row.status)) return null;
  const { quietHours, timeZone, restsUntil } = memberTime(row);
  const choices = notificationsOf(row.notifications);
  const { id, slug, name } = row.brand;
  return {
    memberId,
    kind: helperKind(row.role),
    locale: localeOf(row.user.locale),
    brand: { id, slug, name },
    isOpen: row.isOpen,
    mayOpen: mayAnswer(row.status) && (restsUntil === null || restsUntil <= now),
    quietUntil: quietUntil(quietHours, now, timeZone),
    wants: (kind) => choices[pushName(kind)],
  };
}
