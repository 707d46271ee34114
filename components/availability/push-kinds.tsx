"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { profileRequests } from "@/components/profile/profile-requests";
import { Switch } from "@/components/ui/switch";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { ProfileView } from "@/lib/domain/member/profile-view";
import { type PushKind, pushKindsFor, pushName } from "@/lib/domain/push/kind";

/** Of what a member's devices tell him; each is kept at once, for all of them. */
export function PushKinds(props: { brandSlug: string; initial: ProfileView }) {
  const t = useTranslations("availability.kinds");
  const errorText = useErrorText();
  const [profile, setProfile] = useState(props.initial);
  const [busy, setBusy] = useState<PushKind | null>(null);

  const choose = async (kind: PushKind, isWanted: boolean) => {
    const requests = profileRequests(props.brandSlug);
    setBusy(kind);
    try {
      // Only this choice is sent: whatever else was changed meanwhile stays.
      const { version } = await requests.read();
      await requests.change({ version, notifications: { [pushName(kind)]: isWanted } });
      setProfile(await requests.read());
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(null);
  };

  return (
    <div className="grid gap-5">
      <h3 className="strong">{t("title")}</h3>
      {pushKindsFor(profile.role).map((kind) => (
        <div key={kind} className="flex items-start gap-4">
          <Switch
            checked={profile.notifications[pushName(kind)] ?? false}
            label={t(kind)}
            busy={busy === kind}
            describedBy={`push-${kind}`}
            onChecked={(isWanted) => void choose(kind, isWanted)}
          />
          <div>
            <p aria-hidden="true">{t(kind)}</p>
            <p className="muted" id={`push-${kind}`}>
              {t(`${kind}Help`)}
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
