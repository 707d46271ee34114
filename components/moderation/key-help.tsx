"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { commands, keyOf } from "./keys";

/** Which key does what. */
export function KeyHelp(props: { onClose: () => void }) {
  const t = useTranslations("moderation.keys");
  const words = useTranslations("ui");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t("title")}
      description={t("text")}
      actions={<Button onClick={props.onClose}>{words("close")}</Button>}
    >
      <dl className="key-list">
        {commands.map((command) => (
          <div key={command}>
            <dt>
              <kbd>{keyOf[command]}</kbd>
            </dt>
            <dd>{t(command)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
