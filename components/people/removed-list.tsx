"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button, buttonClass } from "@/components/ui/button";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { GonePerson } from "@/lib/domain/member/people-view";
import { peopleRequests } from "./people-requests";

/** Who left or was removed lately, with the way back. */
export function RemovedList(props: { brandSlug: string; people: readonly GonePerson[] }) {
  return (
    <ul className="border-t border-ink">
      {props.people.map((person) => (
        <Gone key={person.id} person={person} brandSlug={props.brandSlug} />
      ))}
    </ul>
  );
}

function Gone({ person, brandSlug }: { person: GonePerson; brandSlug: string }) {
  const { id, name, email, role, removedBy, restorableUntil } = person;
  const t = useTranslations("people");
  const errorText = useErrorText();
  const format = useFormatter();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const dateOf = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  const date = dateOf(person.removedAt);

  const bringBack = async () => {
    setBusy(true);
    try {
      await peopleRequests(brandSlug).restore(id);
      showToast(t("removed.done", { name }));
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
    router.refresh();
  };

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line py-3">
      <Avatar kind={person.kind} initials={person.initials} tint={person.tint} />
      <div className="min-w-0 flex-1 basis-[220px] wrap-anywhere">
        <p>
          <b>{name}</b> <span className="meta">{t(`role.${role}`)}</span>
        </p>
        <p className="muted">{email}</p>
        <p className="meta">
          {removedBy === null ? t("removed.left", { date }) : t("removed.by", { name: removedBy, date })}
          {restorableUntil && ` · ${t("removed.until", { date: dateOf(restorableUntil) })}`}
        </p>
      </div>
      {restorableUntil ? (
        <Button
          aria-label={t("removed.restoreOf", { name })}
          busy={isBusy}
          busyLabel={t("removed.restoring")}
          onClick={() => void bringBack()}
        >
          {t("removed.restore")}
        </Button>
      ) : removedBy === null ? (
        <Link
          href={`/${brandSlug}/people/invitations?email=${encodeURIComponent(email)}`}
          className={buttonClass()}
          aria-label={t("removed.againOf", { name })}
        >
          {t("removed.again")}
        </Link>
      ) : (
        <p className="meta">{t("removed.adminOnly")}</p>
      )}
    </li>
  );
}
