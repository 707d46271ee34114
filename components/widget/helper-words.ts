import type { HelperCard } from "@/lib/domain/member/view";
import type { Translate } from "./texts";

/** "14 months", and "2 years" from two on. */
export function spanWords(months: number, t: Translate): string {
  return months < 24
    ? t("matching.months", { count: months })
    : t("matching.years", { count: Math.floor(months / 12) });
}

/** Why this helper, as far as the visitor may know: what he owns and what he was thanked for. Empty for neither. */
export function whyWords({ owns, thanks, topic }: HelperCard, t: Translate): string {
  const reasons: string[] = [];
  if (owns && owns.months > 0)
    reasons.push(t("chat.ownsFor", { product: owns.product, span: spanWords(owns.months, t) }));
  else if (owns) reasons.push(t("chat.owns", { product: owns.product }));
  if (thanks > 0) {
    reasons.push(
      topic
        ? t("chat.thanksOn", { count: thanks, topic: inSentence(topic[t.locale]) })
        : t("chat.thanks", { count: thanks }),
    );
  }
  return reasons.join(" · ");
}

/** A topic's name within a sentence: "Battery" → "battery"; names in capitals (ABS) stay. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
