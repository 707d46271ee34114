"use client";

import { useTranslations } from "use-intl";
import { SystemLine } from "@/components/ui/bubble";
import type { SystemLine as Line } from "@/lib/domain/chat/view";
import { asWritten } from "./as-written";
import { useClockTime } from "./use-clock-time";

/** A line that nobody wrote, in the reader's words. */
export function SystemLineText(props: { line: Line; visitorName: string }) {
  const { line } = props;
  const t = useTranslations("desk.system");
  const timeOf = useClockTime();
  const words = () => {
    switch (line.kind) {
      case "joined":
        return t("joined", { name: line.name, helper: line.helper, seconds: line.seconds });
      case "handed_over":
        return (
          <>
            {t("handedOver", {
              name: line.name,
              to: line.toName ? "named" : line.to,
              toName: line.toName ?? "",
            })}
            {line.reason && <> · {t.rich("handedOverWhy", { reason: line.reason, words: asWritten })}</>}
            {line.capsule !== "" && (
              <> · {t.rich("handedOverNote", { capsule: line.capsule, words: asWritten })}</>
            )}
          </>
        );
      case "lost":
        return t("lost", { name: line.name });
      case "back":
        return t("back", { name: line.name });
      case "idle":
        return t("idle", { minutes: line.minutes, time: timeOf(line.endsAt) });
      case "looking":
        return t("looking", { name: line.name });
      case "ended":
        if (line.by === "visitor") return t("endedVisitor", { visitor: props.visitorName });
        if (line.by === "erased") return t("endedErased");
        if (line.by === "brand") return t("endedBrand");
        return t(line.by === "helper" ? "endedHelper" : "endedSystem");
      case "left":
        return t("left");
    }
  };
  return (
    <SystemLine>
      {/* One piece between the hairlines, though parts of it are set apart. */}
      <span className="sys__words">{words()}</span>
    </SystemLine>
  );
}
