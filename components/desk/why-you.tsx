"use client";

import { Leaf } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import type { OfferReason } from "@/lib/domain/offer/view";
import type { WhyCode } from "@/lib/domain/receipt/why-me";
import { useNameOf } from "./use-words";

/** Why this member is asked, from the stored reason: what decided first, then the facts behind it. */
export function WhyYou(props: { reason: OfferReason }) {
  const words = useWhyWords();
  const t = useTranslations("receipt.whyMe");
  return (
    <p className="because">
      <Icon icon={Leaf} size={16} />
      <span>
        <b>{t("title")}</b> {words(props.reason)}
      </span>
    </p>
  );
}

/** Gives a stored reason in a sentence or two. */
export function useWhyWords(): (reason: OfferReason) => string {
  const t = useTranslations("receipt.whyMe");
  const nameOf = useNameOf();
  return ({ topic, thanks, owns, openCall, because }) => {
    const facts: Partial<Record<WhyCode | "topic", string>> = {};
    if (thanks > 0)
      facts.skill = topic ? t("thanks", { topic: nameOf(topic), thanks }) : t("thanksOnly", { thanks });
    else if (because.includes("skill")) facts.skill = t("skill");
    if (owns)
      facts.ownership =
        owns.months > 0 ? t("owns", { product: owns.product, months: owns.months }) : t("ownsNew", owns);
    if (because.includes("narrowness")) facts.narrowness = t("narrowness");
    if (because.includes("idle")) facts.idle = t("idle");
    if (topic && !facts.skill) facts.topic = t("topic", { topic: nameOf(topic) });

    const lead = openCall
      ? t("openCall")
      : because.includes("named")
        ? t("named")
        : because.includes("thanked")
          ? t("thanked")
          : because.includes("chance")
            ? t("chance")
            : because.includes("only")
              ? t("only")
              : null;
    // What decided comes first, what is also true after it.
    const decisive = because.flatMap((code) => facts[code] ?? []);
    const others = Object.values(facts).filter((fact) => !decisive.includes(fact));
    const said = [...decisive, ...others];
    if (lead === null && said.length === 0) said.push(t("free"));
    return [...(lead ? [lead] : []), ...(said.length > 0 ? [capital(said.join(", "))] : [])]
      .map((sentence) => `${sentence}.`)
      .join(" ");
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
