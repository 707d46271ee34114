import type { SystemLine } from "@/lib/domain/chat/view";
import { spokenName } from "./helper-words";
import type { Translate } from "./texts";

/** A system line in the visitor's words. `helperName`: who carries, or carried, the chat. */
export function systemWords(
  line: SystemLine,
  { t, isFirstJoin, helperName }: { t: Translate; isFirstJoin: boolean; helperName: string | undefined },
): string {
  switch (line.kind) {
    case "joined":
      if (line.helper === "staff") return t("chat.joinedStaff", { name: spokenName(line.name) });
      return isFirstJoin
        ? t("chat.joinedFirst", { name: spokenName(line.name), seconds: line.seconds })
        : t("chat.joined", { name: spokenName(line.name) });
    case "handed_over":
      return t("chat.handedOver", { name: spokenName(line.name) });
    case "lost":
      return t("chat.lost", { name: spokenName(line.name) });
    case "left":
      return t("chat.leftLine");
    case "ended":
      if (line.by === "visitor") return t("chat.endedByYou");
      if (line.by === "system") return t("chat.endedBySystem");
      if (line.by === "brand") return t("chat.endedByNobody");
      return helperName ? t("chat.endedByHelper", { name: spokenName(helperName) }) : t("chat.endedByNobody");
  }
}
