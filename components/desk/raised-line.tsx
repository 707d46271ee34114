"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { showError } from "@/components/ui/toast";
import { apiClient, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";

/** Tells a member that he may take more chats at once, until he has read it. */
export function RaisedLine(props: { brandSlug: string; capacity: number }) {
  const { brandSlug, capacity } = props;
  const t = useTranslations("desk.available");
  const errorText = useErrorText();
  // The number that was read here; the server says the rest with its next word.
  const [read, setRead] = useState(0);
  if (read >= capacity) return null;
  const close = () => {
    setRead(capacity);
    reply(
      apiClient().api.brands[":brand"].profile["capacity-read"].$post({ param: { brand: brandSlug } }),
    ).catch((error: unknown) => {
      setRead(0);
      showError(errorText(error));
    });
  };
  return (
    <div className="grid gap-3 rounded-md bg-green-soft p-4 text-green-text" role="status">
      <p>{t("raised", { count: capacity })}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={close}>
          {t("raisedFine")}
        </Button>
        <a href={`/${brandSlug}/profile`} className={buttonClass("quiet", "sm")}>
          {t("raisedFewer")}
        </a>
      </div>
    </div>
  );
}
