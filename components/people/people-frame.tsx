import type { ReactNode } from "react";
import { TabbedPage } from "@/components/layout/tabbed-page";

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
  const { brandSlug, labels, ...frame } = props;
  const tabs = [
    { id: "members", href: `/${brandSlug}/people`, label: labels.members },
    { id: "invitations", href: `/${brandSlug}/people/invitations`, label: labels.invitations },
    { id: "removed", href: `/${brandSlug}/people/removed`, label: labels.removed },
  ];
  return <TabbedPage {...frame} label={labels.label} tabs={tabs} />;
}
