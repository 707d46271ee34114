import { readColour } from "@/lib/domain/site/colour";
import type { SiteSettings } from "@/lib/domain/site/settings-schema";
import type { Versioned } from "./use-versioned-form";

export type SiteForm = {
  name: string;
  allowedOrigins: string[];
  colour: string;
  position: "left" | "right";
  ownerEn: string;
  ownerFr: string;
  /** Patterns, one in a line. */
  include: string;
  exclude: string;
};

/** The lines that say something. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** A site as its form shows it. */
export function formOfSite(site: SiteSettings): Versioned<SiteForm> {
  const { name, allowedOrigins, colour, position, ownerWord, pages, version } = site;
  return {
    version,
    values: {
      name,
      allowedOrigins,
      colour,
      position,
      ownerEn: ownerWord.en ?? "",
      ownerFr: ownerWord.fr ?? "",
      include: pages.include.join("\n"),
      exclude: pages.exclude.join("\n"),
    },
  };
}

/** What a form means, as the API takes it; addresses go as they were typed, the server mends them. */
export function siteChange({ name, allowedOrigins, colour, position, ...values }: SiteForm) {
  return {
    name,
    allowedOrigins,
    position,
    colour: readColour(colour) ?? "",
    ownerWord: { en: values.ownerEn, fr: values.ownerFr },
    pages: { include: linesOf(values.include), exclude: linesOf(values.exclude) },
  };
}
