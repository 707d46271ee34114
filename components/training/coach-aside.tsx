"use client";

import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import type { PersonMark } from "@/lib/domain/training/view";

/** Who coaches, and what he would say; or that somebody will. */
export function CoachAside(props: { coach: PersonMark | null }) {
  const { coach } = props;
  const t = useTranslations("training.coach");
  return (
    <aside className="grid gap-4">
      <div className="flex items-center gap-3">
        {coach && <Avatar kind={coach.kind} initials={coach.initials} tint={coach.tint} size={48} />}
        <div>
          <p className="strong">{coach ? t("yours", { name: coach.name }) : t("none")}</p>
          <p className="muted">{coach ? t("reads") : t("noneText")}</p>
        </div>
      </div>
      <blockquote className="muted">{t("quote")}</blockquote>
      <p className="meta">{t("again")}</p>
    </aside>
  );
}
