"use client";

import { Leaf } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import type { OfferReason } from "@/lib/domain/offer/view";
import { useNameOf } from "./use-words";

/** Why this member is asked, from the stored reason. */
export function WhyYou(props: { reason: OfferReason }) {
  const { topic, thanks, owns, openCall } = props.reason;
  const t = useTranslations("desk.offer");
  const nameOf = useNameOf();
  const reasons: string[] = [];
  if (topic && thanks > 0) reasons.push(t("whyThanks", { topic: nameOf(topic), thanks }));
  else if (topic) reasons.push(t("whyTopic", { topic: nameOf(topic) }));
  else if (thanks > 0) reasons.push(t("whyThanksOnly", { thanks }));
  if (owns && owns.months > 0) reasons.push(t("whyOwns", { product: owns.product, months: owns.months }));
  else if (owns) reasons.push(t("whyOwnsNew", { product: owns.product }));
  if (reasons.length === 0 && !openCall) reasons.push(t("whyFree"));
  const words = [
    ...(openCall ? [t("whyEveryone")] : []),
    ...(reasons.length > 0 ? [t("why", { reasons: reasons.join(" · ") })] : []),
  ];
  return (
    <p className="because">
      <Icon icon={Leaf} size={16} />
      <span>{words.join(". ")}</span>
    </p>
  );
}
