"use client";

import { Award, House, MessageSquare, UserRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { PresenceDot } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import type { DeskSection } from "./use-section";

/** The parts of a desk on a phone, at the foot of the screen. A dot, and words, say where something waits. */
export function DeskTabs(props: {
  isStaff: boolean;
  section: DeskSection;
  waiting: number;
  unread: number;
  hasNewThanks: boolean;
}) {
  const { isStaff, section } = props;
  const t = useTranslations("desk.nav");
  const label = useTranslations("ui")("mobileNavigation");
  const items = [
    {
      id: "desk",
      icon: House,
      label: t("desk"),
      news: props.waiting > 0 && t("newsDesk", { count: props.waiting }),
    },
    {
      id: "chats",
      icon: MessageSquare,
      label: t("chats"),
      news: props.unread > 0 && t("newsChats", { count: props.unread }),
    },
    isStaff
      ? { id: "visitor", icon: UserRound, label: t("visitor"), news: false as const }
      : { id: "thanks", icon: Award, label: t("thanks"), news: props.hasNewThanks && t("newsThanks") },
  ];
  return (
    <nav className="tabbar" aria-label={label} data-staff={isStaff}>
      {items.map((item) => (
        <a
          key={item.id}
          href={`#${item.id}`}
          aria-current={sectionOf(item.id) === section ? "true" : undefined}
        >
          <Icon icon={item.icon} />
          {item.label}
          {item.news && (
            <>
              <PresenceDot presence="free" inline />
              <span className="sr">{item.news}</span>
            </>
          )}
        </a>
      ))}
    </nav>
  );
}

const sectionOf = (id: string): DeskSection => (id === "desk" || id === "chats" ? id : "side");
