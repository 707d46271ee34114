import type { SystemLine } from "@/lib/domain/chat/view";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { Translate } from "./texts";
import { timeOfDay } from "./time-words";

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
      return handedOverWords(line, t);
    case "lost":
      return t("chat.lost", { name: spokenName(line.name) });
    case "back":
      return t("chat.back", { name: spokenName(line.name) });
    case "idle":
      return t("chat.idle", {
        minutes: line.minutes,
        time: timeOfDay(new Date(line.endsAt), t.locale),
      });
    case "looking":
      return t("chat.looking", { name: spokenName(line.name) });
    case "left":
      return t("chat.leftLine");
    case "ended":
      if (line.by === "visitor") return t("chat.endedByYou");
      if (line.by === "system") return t("chat.endedBySystem");
      if (line.by === "brand") return t("chat.endedByNobody");
      return helperName ? t("chat.endedByHelper", { name: spokenName(helperName) }) : t("chat.endedByNobody");
  }
}

/** Who, to whom, and why: "Samir handed over to Nadia. No need to repeat. Why: “She has had one for years”". */
function handedOverWords(line: Extract<SystemLine, { kind: "handed_over" }>, t: Translate): string {
  const said = t("chat.handedOver", { name: spokenName(line.name), ...handoverTarget(line) });
  return line.reason ? `${said} ${t("chat.handedOverWhy", { reason: line.reason })}` : said;
}

/** To whom a hand-over goes, as its texts take it. */
export function handoverTarget({ to, toName }: { to: "staff" | "owners"; toName: string | null }) {
  return { to: toName ? "named" : to, toName: toName ? spokenName(toName) : "" };
}
