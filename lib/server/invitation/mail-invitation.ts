import { localeOf } from "@/lib/domain/locale";
import type { Role } from "@/lib/domain/member/role";
import type { Tx } from "@/lib/server/commit";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { invitationUrl } from "./invitation-token";

/** Mails an invitation's link, in its language, as part of the transaction. */
export async function mailInvitation({
  tx,
  invitation: { email, language, role },
  brandId,
  inviter,
  token,
}: {
  tx: Tx;
  invitation: { email: string; language: string; role: Role };
  brandId: string;
  inviter: string;
  token: string;
}): Promise<void> {
  const { name } = await tx.brand.findUniqueOrThrow({ where: { id: brandId }, select: { name: true } });
  await enqueueMail({
    tx,
    to: email,
    template: "invitation",
    locale: localeOf(language),
    data: { brand: name, inviter, role, email, url: invitationUrl(token) },
  });
}
