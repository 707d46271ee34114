import type { SystemLine } from "@/lib/domain/chat/view";
import type { Translate } from "./texts";

/** A system line in the visitor's words. `helperName`: who carries, or carried, the chat. */
export function systemWords(
  line: SystemLine,
  { t, isFirstJoin, helperName }: { t: Translate; isFirstJoin: boolean; helperName: string | undefined },
): string {
  switch (line.kind) {
    case "joined":
      if (line.helper === "staff") return t("chat.joinedStaff", { name: line.name });
      return isFirstJoin
        ? t("chat.joinedFirst", { name: line.name, seconds: line.seconds })
        : t("chat.joined", { name: line.name });
    case "handed_over":
      return t("chat.handedOver", { name: line.name });
    case "lost":
      return t("chat.lost", { name: line.name });
    case "left":
      return t("chat.leftLine");
    case "ended":
      if (line.by === "visitor") return t("chat.endedByYou");
      if (line.by === "system") return t("chat.endedBySystem");
      return helperName ? t("chat.endedByHelper", { name: helperName }) : t("chat.endedByNobody");
  }
}
