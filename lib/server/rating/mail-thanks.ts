import { localeOf } from "@/lib/domain/locale";
import { notificationsOf } from "@/lib/domain/member/notifications";
import type { Tx } from "@/lib/server/commit";
import { env } from "@/lib/server/env";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";

/** Tells a member by mail that somebody thanked him, if he asked for it. Nothing of the visitor is in it. */
export async function mailThanks({ tx, memberId }: { tx: Tx; memberId: string }): Promise<void> {
  const { notifications, user, brand } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: {
      notifications: true,
      user: { select: { email: true, locale: true } },
      brand: { select: { name: true, slug: true } },
    },
  });
  if (!notificationsOf(notifications).thanksMail) return;
  await enqueueMail({
    tx,
    to: user.email,
    template: "thanks",
    locale: localeOf(user.locale),
    data: { brand: brand.name, url: new URL(`/${brand.slug}/desk`, env().NEXTAUTH_URL).href },
  });
}
