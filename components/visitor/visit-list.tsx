"use client";

import { useTranslations } from "use-intl";
import { PageLink } from "@/components/conversation/facts";
import { useMoment, useSpan } from "@/components/conversation/use-words";
import type { VisitorRecord } from "@/lib/domain/visitor/view";

/** The visitor's stays on the brand's sites, newest first. */
export function VisitList(props: { visits: VisitorRecord["visits"]; timeZone: string }) {
  const t = useTranslations("visitor");
  const moment = useMoment(props.timeZone);
  const span = useSpan();
  if (props.visits.length === 0) return <p className="muted">{t("noVisit")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="conv__scroller" tabIndex={0} aria-label={t("visitsTable")}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("started")}</th>
            <th scope="col">{t("entered")}</th>
            <th scope="col" className="r">
              {t("pages")}
            </th>
            <th scope="col" className="r">
              {t("stayed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.visits.map((visit) => (
            <tr key={visit.id}>
              <td className="num">{moment(visit.startedAt)}</td>
              <td>
                <PageLink url={visit.entryUrl} title={visit.entryTitle} />
                <span className="meta"> {visit.site}</span>
              </td>
              <td className="r">{visit.pages}</td>
              <td className="r">
                {span((Date.parse(visit.lastSeenAt) - Date.parse(visit.startedAt)) / 1000)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
