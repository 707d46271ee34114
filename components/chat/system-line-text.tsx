"use client";

import { useTranslations } from "use-intl";
import { SystemLine } from "@/components/ui/bubble";
import type { SystemLine as Line } from "@/lib/domain/chat/view";
import { asWritten } from "./as-written";

/** A line that nobody wrote, in the reader's words. */
export function SystemLineText(props: { line: Line; visitorName: string }) {
  const { line } = props;
  const t = useTranslations("desk.system");
  const words = () => {
    switch (line.kind) {
      case "joined":
        return t("joined", { name: line.name, helper: line.helper, seconds: line.seconds });
      case "handed_over":
        return t.rich("handedOver", { name: line.name, capsule: line.capsule, words: asWritten });
      case "lost":
        return t("lost", { name: line.name });
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
