export const maxCsvRows = 50_000;

/** Spreadsheets run what begins so. */
const runs = /^[=+\-@\t\r]/;

/**
 * One cell by RFC 4180. What a spreadsheet would run as a formula is defused by an apostrophe, as OWASP advises; a plain
 * number is none and stays.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = runs.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record with its line end. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
