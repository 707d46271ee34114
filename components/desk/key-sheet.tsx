"use client";

import { Keyboard } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { type Command, keyOf } from "./commands";
import { useCommand } from "./use-keys";

const commands: Command[] = ["accept", "pass", "next", "write", "end", "handOver", "pause", "help"];

/** The list of the desk's keys, and the switch for them; by a button, or by the question mark. */
export function KeySheet(props: { isStaff: boolean; isOn: boolean; onToggle: () => void }) {
  const { isStaff, isOn } = props;
  const t = useTranslations("desk.keys");
  const close = useTranslations("ui")("close");
  const [isOpen, setOpen] = useState(false);
  useCommand("help", () => setOpen(true));
  const rows = [
    ...commands.map((command) => ({ keys: [keyOf[command]], text: t(command) })),
    { keys: ["Esc"], text: t("leaveBox") },
    { keys: [t("enter")], text: t("send") },
    { keys: [t("shift"), t("enter")], text: t("newLine") },
    ...(isStaff ? [{ keys: ["/"], text: t("replies") }] : []),
  ];
  return (
    <>
      <Button look="quiet" size="sm" icon={Keyboard} className="keys__open" onClick={() => setOpen(true)}>
        {t("open")} <kbd>{keyOf.help}</kbd>
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("title")}
        actions={<Button onClick={() => setOpen(false)}>{close}</Button>}
      >
        <div className="keys__switch">
          <Switch checked={isOn} label={t("switch")} describedBy="keys-note" onChecked={props.onToggle} />
          <div>
            <b>{t("switch")}</b>
            <p className="muted" id="keys-note">
              {t(isOn ? "on" : "off")}
            </p>
          </div>
        </div>
        <dl className="keys">
          {rows.map(({ keys, text }) => (
            <div key={text}>
              <dt>{text}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
