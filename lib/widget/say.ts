const said = new Set<string>();

/** Tells the host page's developer something in his console, once. */
export function say(text: string): void {
  if (said.has(text)) return;
  said.add(text);
  // biome-ignore lint/suspicious/noConsole: the console is where the host page's developer looks.
  console.warn(`Entraide: ${text}`);
}
