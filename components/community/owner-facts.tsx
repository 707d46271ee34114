import { BadgeCheck, Globe, MapPin } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Icon } from "@/components/ui/icon";
import type { OwnerCard } from "@/lib/domain/recognition/public-view";

/** Where an owner lives, what he owns since when, and what he speaks; what he did not say is left out. */
export function OwnerFacts({ owner }: { owner: Pick<OwnerCard, "place" | "owns" | "languages"> }) {
  const t = useTranslations("recognition");
  const format = useFormatter();
  const names = new Intl.DisplayNames(useLocale(), { type: "language" });
  const first = owner.owns[0];
  const spoken = owner.languages.map((language) => {
    const name = names.of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase() + name.slice(1);
  });
  return (
    <p className="com__facts">
      {owner.place && (
        <span>
          <Icon icon={MapPin} size={16} />
          {owner.place}
        </span>
      )}
      {first && (
        <span>
          <Icon icon={BadgeCheck} size={16} />
          {t("owns", {
            product: first.product,
            since: format.dateTime(new Date(first.since), {
              month: "long",
              year: "numeric",
              timeZone: "UTC",
            }),
          })}
        </span>
      )}
      <span>
        <Icon icon={Globe} size={16} />
        {format.list(spoken, { type: "unit" })}
      </span>
    </p>
  );
}
