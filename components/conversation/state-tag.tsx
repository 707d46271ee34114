"use client";

import { useTranslations } from "use-intl";
import { Tag, type TagTone } from "@/components/ui/chip";
import type { ConversationState } from "@/lib/domain/conversation/schema";

/** Amber is waiting, as everywhere; what is over has no colour. */
const tones: Record<ConversationState, TagTone> = {
  waiting: "amber",
  running: "green",
  ended: "plain",
  left: "amber",
  answered: "plain",
  withdrawn: "line",
};

export function StateTag(props: { state: ConversationState }) {
  const t = useTranslations("conversation.state");
  return <Tag tone={tones[props.state]}>{t(props.state)}</Tag>;
}
