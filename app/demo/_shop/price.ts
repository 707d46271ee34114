import type { Locale } from "@/lib/domain/locale";

/** Euros as the shop writes them, `2 490 €` in both languages; cents only where there are some. */
export function formatPrice(euros: number, language: Locale): string {
  const digits = Number.isInteger(euros) ? 0 : 2;
  const written = new Intl.NumberFormat("fr-FR", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(euros);
  return `${language === "en" ? written.replace(",", ".") : written}\u00a0€`;
}
