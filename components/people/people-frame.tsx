import Link from "next/link";
import type { ReactNode } from "react";

export type PeopleTab = "members" | "invitations" | "removed";

/** The frame of the three lists of people: title, sentence, the way between them. */
export function PeopleFrame(props: {
  title: string;
  lead: ReactNode;
  brandSlug: string;
  current: PeopleTab;
  labels: Record<PeopleTab | "label", string>;
  action?: ReactNode;
  children: ReactNode;
}) {
  const tabs = [
    { id: "members", href: `/${props.brandSlug}/people` },
    { id: "invitations", href: `/${props.brandSlug}/people/invitations` },
    { id: "removed", href: `/${props.brandSlug}/people/removed` },
  ] as const;
  return (
    <main id="main" className="mx-auto grid max-w-[1120px] content-start gap-6 px-4 py-8 bar:px-8 bar:py-12">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-2">
          <h1 className="t-page">{props.title}</h1>
          <p className="t-lead muted">{props.lead}</p>
        </div>
        {props.action}
      </div>
      <nav aria-label={props.labels.label} className="tabs overflow-x-auto">
        {tabs.map(({ id, href }) => (
          <Link key={id} href={href} className="tab" aria-current={id === props.current ? "page" : undefined}>
            {props.labels[id]}
          </Link>
        ))}
      </nav>
      {props.children}
    </main>
  );
}
