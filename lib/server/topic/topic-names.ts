import type { Names } from "@/lib/domain/schema";

/** The names of a topic in every language; one that is there stands in for one that is not. */
export function completeNames({ en, fr }: { en?: string; fr?: string }): Names {
  return { en: en ?? fr ?? "", fr: fr ?? en ?? "" };
}
