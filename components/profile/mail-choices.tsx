"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { type NotificationName, notificationsFor } from "@/lib/domain/member/notifications";
import { useProfile } from "./profile-context";

/** Which mails a member wants; each is kept at once. */
export function MailChoices() {
  const { brand, profile, requests, setProfile } = useProfile();
  const t = useTranslations("profile.mails");
  const errorText = useErrorText();
  const [busy, setBusy] = useState<NotificationName | null>(null);

  const choose = async (name: NotificationName, isWanted: boolean) => {
    setBusy(name);
    try {
      // Only this choice is sent: whatever else was changed meanwhile stays.
      const { version } = await requests.read();
      await requests.change({ version, notifications: { [name]: isWanted } });
      setProfile(await requests.read());
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(null);
  };

  return (
    <div className="grid gap-5">
      {notificationsFor(profile.role).map((name) => (
        <div key={name} className="flex items-start gap-4">
          <Switch
            checked={profile.notifications[name] ?? false}
            onChecked={(isWanted) => void choose(name, isWanted)}
            label={t(name)}
            busy={busy === name}
            describedBy={`mails-${name}`}
          />
          <div>
            <p className="strong" aria-hidden="true">
              {t(name)}
            </p>
            <p className="muted" id={`mails-${name}`}>
              {t(`${name}Help`)}
            </p>
          </div>
        </div>
      ))}
      <p className="muted">
        {t("desk")}{" "}
        <Link href={`/${brand.slug}/desk`} className="underline">
          {t("toDesk")}
        </Link>
      </p>
    </div>
  );
}
