"use client";

import { ArrowLeftRight, Ellipsis, Flag } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useTranslations } from "use-intl";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** What is seldom done with a chat. */
export function ChatMenu(props: {
  name: string;
  /** Null where it is not his to give away. */
  onStepOut: (() => void) | null;
  onReport: () => void;
}) {
  const t = useTranslations("desk.chat");
  const report = useTranslations("desk.report")("open", { name: props.name });
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonClass("quiet", "sm", "btn--icon")} aria-label={t("more")}>
        <Icon icon={Ellipsis} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={8} collisionPadding={16}>
          {props.onStepOut && (
            <DropdownMenu.Item className="menu__item" onSelect={props.onStepOut}>
              {t("stepOut")}
              <Icon icon={ArrowLeftRight} size={16} />
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className="menu__item" onSelect={props.onReport}>
            {report}
            <Icon icon={Flag} size={16} />
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
