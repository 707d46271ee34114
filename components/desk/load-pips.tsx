"use client";

import { useTranslations } from "use-intl";

/** How many chats a member of the staff carries, of those he takes at once. */
export function LoadPips(props: { load: number; capacity: number }) {
  const { load, capacity } = props;
  const t = useTranslations("desk.available");
  const words = t("loadOf", { load, capacity });
  return (
    <section className="load">
      <h2>{t("load")}</h2>
      <div className="pips" aria-hidden="true">
        {Array.from({ length: Math.max(capacity, load) }, (_, place) => place).map((place) => (
          <i key={place} className={place < load ? "on" : undefined} />
        ))}
      </div>
      <p className="muted num">{words}</p>
    </section>
  );
}
