import type { GuideStep } from "@/lib/domain/brand/view";

/** The sections of settings in the order of their list; `adminOnly` ones are not shown to managers. */
export const sections = [
  { section: "start", adminOnly: false },
  { section: "brand", adminOnly: false },
  { section: "hours", adminOnly: false },
  { section: "sites", adminOnly: false },
  { section: "topics", adminOnly: false },
  { section: "defaults", adminOnly: false },
  { section: "replies", adminOnly: false },
  { section: "volunteers", adminOnly: false },
  { section: "journal", adminOnly: false },
  { section: "danger", adminOnly: true },
] as const;

export type Section = (typeof sections)[number]["section"];

/** Where a section is. */
export function sectionHref(brandSlug: string, section: Section): string {
  return `/${brandSlug}/settings${section === "start" ? "" : `/${section}`}`;
}

/** A step's key among the words: "open" is a button's word there. */
export const stepKey = (step: GuideStep) => (step === "open" ? "openStep" : step);
