"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { WhyNotList } from "@/lib/domain/receipt/view";
import { useDeskHandle } from "./use-desk";
import { useNameOf } from "./use-words";
import { whyRequests } from "./why-requests";

/** Why questions of the last days passed the member by, counted; looked up when he wants to know. */
export function WhyNot() {
  const { brandSlug } = useDeskHandle();
  const t = useTranslations("receipt.whyNot");
  const [list, setList] = useState<WhyNotList | "failed" | null>(null);
  const look = () => {
    setList(null);
    whyRequests(brandSlug)
      .whyNot()
      .then(setList, () => setList("failed"));
  };
  return (
    <details className="whynot" onToggle={(event) => event.currentTarget.open && look()}>
      <summary>{t("title")}</summary>
      <div className="grid gap-2" role="status">
        {list === null && <p className="meta">{t("loading")}</p>}
        {list === "failed" && <p className="meta">{t("failed")}</p>}
        {list !== null && list !== "failed" && <Reasons list={list} />}
      </div>
    </details>
  );
}

function Reasons({ list }: { list: WhyNotList }) {
  const t = useTranslations("receipt.whyNot");
  const nameOf = useNameOf();
  const words = ({ code, language, topic }: WhyNotList["rows"][number]) => {
    if (code === "language") return t("language", { language: language ?? "" });
    if (code === "topic" && topic) return t("topicOf", { topic: nameOf(topic) });
    if (code === "ahead-skill" && topic) return t("ahead-skillTopic", { topic: nameOf(topic) });
    return t(code);
  };
  if (list.rows.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <>
      <p className="meta">{t("lead", { days: list.days })}</p>
      <ul className="whynot__rows">
        {list.rows.map((row) => (
          <li key={`${row.code} ${row.language} ${row.topic?.en}`}>
            {t("row", { count: row.count, reason: words(row) })}
          </li>
        ))}
      </ul>
      <p className="meta">{t("note")}</p>
    </>
  );
}
