"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import { findInWords } from "@/lib/domain/guard/find-in-words";

/** Says, beside a field, what in its words could make volunteers look employed. It forbids nothing. Needs the texts of `guard`. */
export function GuardNote(props: { text: string }) {
  const t = useTranslations("guard");
  const found = findInWords(props.text);
  return (
    // Out of the flow while it is empty: it must be there before it speaks, without a gap of its own.
    <div role="status" className={found.length === 0 ? "sr" : undefined}>
      {found.map(({ reason, excerpt }) => (
        <p key={reason} className="help flex items-start gap-2">
          <Icon icon={TriangleAlert} size={16} />
          <span className="wrap-anywhere">
            {t("noted", { words: excerpt })} {t(`why.${reason}`)}
          </span>
        </p>
      ))}
    </div>
  );
}
