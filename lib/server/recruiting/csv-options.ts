/** How a table is read: by its own delimiter, with lines of any length, blank ones left out. */
export function csvOptions(text: string) {
  const heading = text.slice(0, Math.max(0, text.search(/[\r\n]|$/)));
  const count = (sign: string) => heading.split(sign).length;
  const delimiter = [";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
  return {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
  };
}
