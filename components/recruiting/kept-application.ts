import type { Locale } from "@/lib/domain/locale";

/** An application as it is being typed. */
export type Typed = {
  displayName: string;
  email: string;
  why: string;
  owns: string;
  links: string;
  languages: Locale[];
  topicIds: string[];
  consent: boolean;
};

const keyOf = (brandSlug: string) => `entraide application ${brandSlug}`;

/** What was typed here before and never sent; `null` where there is nothing, or the browser keeps nothing. */
export function readKept(brandSlug: string, empty: Typed): Typed | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(brandSlug)) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const fields = Object.entries(empty).map(([name, value]) => {
      const found = (kept as Record<string, unknown>)[name];
      const fits = Array.isArray(value)
        ? Array.isArray(found) && found.every((item) => typeof item === "string")
        : typeof found === typeof value;
      return [name, fits ? found : value];
    });
    return { ...(Object.fromEntries(fields) as Typed), consent: false };
  } catch {
    return null;
  }
}

/** Keeps what is typed in this browser until it is sent; null forgets it. */
export function keep(brandSlug: string, typed: Typed | null): void {
  try {
    if (typed) localStorage.setItem(keyOf(brandSlug), JSON.stringify(typed));
    else localStorage.removeItem(keyOf(brandSlug));
  } catch {
    // A browser that keeps nothing still sends.
  }
}
