"use client";

import { Pause } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { OwnTimeLines } from "@/components/availability/own-time-lines";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { showError } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { Desk } from "@/lib/domain/desk/desk";
import { openChats, shownSelf } from "@/lib/domain/desk/desk-reading";
import { HoursLine } from "./hours-line";
import { RaisedLine } from "./raised-line";
import { UntilMenu } from "./until-menu";
import { useDeskHandle } from "./use-desk";
import { useCommand } from "./use-keys";
import { useServerNow } from "./use-server-now";
import { useUntil } from "./use-words";

const MINUTE_MS = 60_000;
const SETTLING_MS = 500;

/** Open for questions until a time, or paused; shown at once, taken back with a sentence when it is refused. */
export function Availability(props: { desk: Desk; isOffline: boolean }) {
  const { isOffline } = props;
  const { actions, clock } = useDeskHandle();
  const t = useTranslations("desk.available");
  const again = useTranslations("ui")("tryAgain");
  const errorText = useErrorText();
  const untilText = useUntil();
  const now = useServerNow(clock, MINUTE_MS);
  const self = shownSelf(props.desk);
  const isStaff = self.kind === "staff";
  // The load counts places that offers hold, too; those are no chats yet.
  const isFull = openChats(props.desk).length >= self.capacity;
  const isOpen = self.isOpen && !self.isPausedByManager;
  const isSettled = useSettled();

  const set = (open: boolean, until: string | null) => {
    actions
      .setAvailability(open, until)
      .catch((error: unknown) =>
        showError(errorText(error), { label: again, onAction: () => set(open, until) }),
      );
  };

  useCommand("pause", isSettled && !isOffline && !self.isPausedByManager ? () => set(!isOpen, null) : null);

  const label = () => {
    if (isOffline) return t("offline");
    if (!isOpen) return t("paused");
    return isStaff ? t("staff") : t("owner");
  };
  return (
    <>
      <section className="avail">
        <Switch
          checked={isOpen}
          staff={isStaff}
          label={isStaff ? t("switchStaff") : t("switchOwner")}
          disabled={isOffline || self.isPausedByManager}
          busy={!isSettled}
          describedBy="availability-state"
          onChecked={(checked) => set(checked, null)}
        />
        <div id="availability-state">
          <b className="t-body strong">{label()}</b>
          {isOffline || !isOpen ? (
            <p className="muted">{isOffline ? t("offlineText") : t("pausedText")}</p>
          ) : (
            <UntilMenu
              label={untilText(self.openUntil, now)}
              now={now}
              onUntil={(until) => set(true, until)}
            />
          )}
        </div>
        {isOpen && !isOffline && (
          <Button size="sm" icon={Pause} onClick={() => set(false, null)}>
            {t("pause")}
          </Button>
        )}
      </section>
      {self.isPausedByManager && <Banner>{t("byManager")}</Banner>}
      {!isOffline && <HoursLine self={self} now={now} />}
      {!isOffline && (
        <OwnTimeLines
          brandSlug={props.desk.brand.slug}
          self={self}
          now={now}
          onOpen={(until) => set(true, until)}
        />
      )}
      {self.isRaised && !isOffline && (
        <RaisedLine brandSlug={props.desk.brand.slug} capacity={self.capacity} />
      )}
      {isOpen && self.isAway && !isOffline && (
        <div className="away" role="status">
          <p>{t("away")}</p>
          <Button look="primary" onClick={() => set(true, self.openUntil)}>
            {t("back")}
          </Button>
        </div>
      )}
      {isOpen && !isOffline && isFull && !isStaff && <p className="muted">{t("full")}</p>}
    </>
  );
}

/** False for the first moment: a press that was begun before anything was shown must not change it. */
function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLING_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}
