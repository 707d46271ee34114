/** The addresses of a text as they were typed: one a line, or apart by commas or semicolons. Each is given once. */
export function typedAddresses(text: string): string[] {
  const parts = text.split(/[\r\n,;]+/).map((part) => part.trim());
  const seen = new Set<string>();
  return parts.filter((part) => {
    const key = part.toLowerCase();
    if (part === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
