"use client";

import { EyeOff } from "lucide-react";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import { type MaskKind, splitMarks } from "@/lib/domain/mask/marks";

/** What somebody wrote; where the server has masked something, the reader's words say what. */
export function Written(props: { text: string }) {
  return splitMarks(props.text).map((part, index) => {
    // A text's parts never move, so their place is their key.
    const key = index;
    return part.kind ? <Masked key={key} kind={part.kind} /> : <Fragment key={key}>{part.text}</Fragment>;
  });
}

function Masked(props: { kind: MaskKind }) {
  const t = useTranslations("ui.masked");
  return (
    <span className="masked">
      <Icon icon={EyeOff} size={16} />
      {t(props.kind)}
    </span>
  );
}
