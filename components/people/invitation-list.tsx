"use client";

import { Mail } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Tag, type TagTone } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { InvitationState } from "@/lib/domain/invitation/state";
import type { InvitationRow } from "@/lib/domain/invitation/view";
import { peopleRequests } from "./people-requests";
import { ScrollTable } from "./scroll-table";

const tones: Record<InvitationState, TagTone> = {
  open: "amber",
  accepted: "green",
  expired: "plain",
  revoked: "plain",
};

/** What became of the invitations; open and expired ones can be sent again or taken back. */
export function InvitationList(props: {
  brand: { slug: string; name: string };
  invitations: readonly InvitationRow[];
}) {
  const t = useTranslations("people.invitations");
  const head = ["email", "role", "state", "by"] as const;
  if (props.invitations.length === 0)
    return (
      <Empty icon={Mail} title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  return (
    <ScrollTable
      caption={t("caption", { brand: props.brand.name })}
      head={[
        ...head.map((name) => t(name)),
        <span key="actions" className="sr">
          {t("actions")}
        </span>,
      ]}
    >
      {props.invitations.map((row) => (
        <Row key={row.id} row={row} brandSlug={props.brand.slug} />
      ))}
    </ScrollTable>
  );
}

function Row({ row, brandSlug }: { row: InvitationRow; brandSlug: string }) {
  const { id, email, state } = row;
  const t = useTranslations("people");
  const errorText = useErrorText();
  const router = useRouter();
  const format = useFormatter();
  const [busy, setBusy] = useState<"resend" | "revoke" | null>(null);
  const date = format.dateTime(new Date(row.acceptedAt ?? row.expiresAt), { dateStyle: "medium" });
  const isWaiting = state === "open" || state === "expired";

  const act = async (what: "resend" | "revoke") => {
    setBusy(what);
    try {
      await peopleRequests(brandSlug)[what](id);
      showToast(t(what === "resend" ? "invitations.resent" : "invitations.revokedDone", { email }));
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(null);
    router.refresh();
  };

  return (
    <tr>
      <th scope="row" className="border-t border-line py-2 pr-3 text-left text-small text-ink">
        {row.memberId ? (
          <Link
            href={`/${brandSlug}/people/${row.memberId}`}
            className="underline"
            aria-label={t("invitations.see", { email })}
          >
            {email}
          </Link>
        ) : (
          email
        )}
      </th>
      <td>{t(`role.${row.role}`)}</td>
      <td className="whitespace-nowrap">
        <Tag tone={tones[state]}>{t(`invitations.${state}`, { date })}</Tag>
      </td>
      <td>{row.invitedBy}</td>
      <td className="sticky right-0 bg-paper">
        {isWaiting && row.mayChange && (
          <span className="flex justify-end gap-1">
            <Button
              look="quiet"
              size="sm"
              aria-label={t("invitations.resendOf", { email })}
              busy={busy === "resend"}
              busyLabel={t("invitations.resending")}
              onClick={() => void act("resend")}
            >
              {t("invitations.resend")}
            </Button>
            <Button
              look="quiet"
              size="sm"
              aria-label={t("invitations.revokeOf", { email })}
              busy={busy === "revoke"}
              busyLabel={t("invitations.revoking")}
              onClick={() => void act("revoke")}
            >
              {t("invitations.revoke")}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}
