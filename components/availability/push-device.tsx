"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Switch } from "@/components/ui/switch";
import { showError } from "@/components/ui/toast";
import { allowPush, endPush, type PushState, readPushState } from "@/lib/client/push";
import { useErrorText } from "@/lib/client/use-error-text";
import { AvailabilitySection } from "./availability-section";

/** Whether this device tells somebody things while his desk is not in sight; what the browser refuses is said as it is. */
export function PushDevice(props: { brandSlug: string; userId: string }) {
  const { brandSlug, userId } = props;
  const t = useTranslations("availability.device");
  const errorText = useErrorText();
  const [state, setState] = useState<PushState | "failed" | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    readPushState(userId).then(setState, () => setState("unsupported"));
  }, [userId]);

  const choose = async (isWanted: boolean) => {
    setBusy(true);
    try {
      if (isWanted) setState(await allowPush(brandSlug, userId));
      else {
        await endPush(brandSlug);
        setState("off");
      }
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
  };

  return (
    <AvailabilitySection title={t("title")} text={t("text")}>
      <div className="flex items-center gap-4">
        <Switch
          checked={state === "on"}
          label={t("switch")}
          busy={isBusy || state === null}
          disabled={state === "unsupported" || state === "denied"}
          describedBy="push-state"
          onChecked={(isWanted) => void choose(isWanted)}
        />
        <p className="muted" id="push-state" role="status">
          {t(state ?? "looking")}
        </p>
      </div>
    </AvailabilitySection>
  );
}
