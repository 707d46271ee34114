"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { TabbedPage } from "@/components/layout/tabbed-page";

/** The pages of a brand's community for those who look after it, in their order; each adds its line. */
const manageTabs = [
  { id: "pipeline", path: "" },
  { id: "training", path: "/training" },
  { id: "campaigns", path: "/campaigns" },
  { id: "imports", path: "/imports" },
  { id: "ownership", path: "/ownership" },
  { id: "thanks", path: "/thanks" },
  { id: "badges", path: "/badges" },
  { id: "reviews", path: "/reviews" },
] as const;

export type ManageTab = (typeof manageTabs)[number]["id"];

/** The frame of a managers' page of the community: title, sentence, the way between the pages. Needs the texts of `community`. */
export function ManageFrame(props: {
  brandSlug: string;
  current: ManageTab;
  title: ReactNode;
  lead: ReactNode;
  action?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  const { brandSlug, ...frame } = props;
  const t = useTranslations("community.manage");
  const tabs = manageTabs.map(({ id, path }) => ({
    id,
    href: `/${brandSlug}/community${path}`,
    label: t(`tabs.${id}`),
  }));
  return <TabbedPage {...frame} label={t("label")} tabs={tabs} />;
}
