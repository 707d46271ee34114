import type { ReactNode } from "react";
import { type PageTab, PageTabs } from "@/components/layout/page-tabs";

/** A page that leads with its title and a sentence, and is one of several: the way between them stands below. */
export function TabbedPage(props: {
  title: ReactNode;
  lead: ReactNode;
  /** What the way between the pages is called. */
  label: string;
  tabs: readonly PageTab[];
  current: string;
  action?: ReactNode;
  /** For what needs the whole screen's width. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <main
      id="main"
      className={`mx-auto grid w-full grid-cols-[minmax(0,1fr)] content-start gap-6 px-4 py-8 bar:px-8 bar:py-12 ${props.wide ? "max-w-[1600px]" : "max-w-[1120px]"}`}
    >
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="t-page">{props.title}</h1>
          <p className="t-lead muted">{props.lead}</p>
        </div>
        {props.action}
      </div>
      {props.tabs.length > 1 && <PageTabs label={props.label} tabs={props.tabs} current={props.current} />}
      {props.children}
    </main>
  );
}
