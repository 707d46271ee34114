import type { BadgeFamilyName } from "@/lib/domain/badge/schema";
import type { SeriesView } from "@/lib/domain/badge/view";

/** A series as its form holds it: what is typed, as it is typed. */
export type SeriesValues = {
  en: string;
  fr: string;
  icon: string;
  bronze: string;
  silver: string;
  gold: string;
  topicId: string;
};

export const metalFields = ["bronze", "silver", "gold"] as const;

const most = 1000;

/** The stored series as the form begins with it. */
export function valuesOf({ names, icon, levels, topic }: SeriesView): SeriesValues {
  const count = (index: number) => `${levels[index]?.count ?? ""}`;
  return {
    en: names.en,
    fr: names.fr,
    icon,
    bronze: count(0),
    silver: count(1),
    gold: count(2),
    topicId: topic?.id ?? "",
  };
}

export type Problem = "nameMissing" | "topicMissing" | "countWrong" | "countRising" | "silverMissing";

/** What is wrong in a form, by field. */
export function problemsOf(
  values: SeriesValues,
  family: BadgeFamilyName,
): Partial<Record<keyof SeriesValues, Problem>> {
  const found: Partial<Record<keyof SeriesValues, Problem>> = {};
  if (values.en.trim() === "") found.en = "nameMissing";
  if (values.fr.trim() === "") found.fr = "nameMissing";
  if (family === "topic" && values.topicId === "") found.topicId = "topicMissing";
  let before = 0;
  for (const field of metalFields) {
    const typed = values[field].trim();
    if (typed === "" && field !== "bronze") continue;
    const count = Number(typed);
    if (!/^\d+$/.test(typed) || count < 1 || count > most) found[field] = "countWrong";
    else if (count <= before) found[field] = "countRising";
    before = count;
  }
  if (values.silver.trim() === "" && values.gold.trim() !== "") found.silver = "silverMissing";
  return found;
}

/** What the server takes for these values; only for a form without problems. */
export function seriesOfValues(values: SeriesValues, family: BadgeFamilyName) {
  return {
    names: { en: values.en.trim(), fr: values.fr.trim() },
    icon: values.icon,
    counts: metalFields.flatMap((field) => (values[field].trim() === "" ? [] : [Number(values[field])])),
    topicId: family === "topic" ? values.topicId : null,
  };
}
