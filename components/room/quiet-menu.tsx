"use client";

import { Bell, BellOff } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { useMoment } from "./use-room-words";

const HOUR_MS = 3_600_000;
const spans = [1, 8, 24, 168] as const;

/** A member silences the room for himself: nothing of it comes to his desk until then. It changes nothing for others. */
export function QuietMenu(props: { quietUntil: string | null; onQuiet: (until: string | null) => void }) {
  const { quietUntil } = props;
  const t = useTranslations("room");
  const momentOf = useMoment();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonClass("quiet")}>
        <Icon icon={quietUntil ? BellOff : Bell} size={16} />
        {quietUntil ? t("quiet.until", { until: momentOf(quietUntil) }) : t("quiet.open")}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={8} collisionPadding={16}>
          <DropdownMenu.Label className="menu__label">{t("quiet.text")}</DropdownMenu.Label>
          {quietUntil && (
            <DropdownMenu.Item className="menu__item" onSelect={() => props.onQuiet(null)}>
              {t("quiet.end")}
            </DropdownMenu.Item>
          )}
          {spans.map((hours) => (
            <DropdownMenu.Item
              key={hours}
              className="menu__item"
              onSelect={() => props.onQuiet(new Date(Date.now() + hours * HOUR_MS).toISOString())}
            >
              {t("hours", { hours, days: hours / 24 })}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
