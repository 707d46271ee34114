/** A refusal to start that the person at the keyboard can mend; its message is all there is to say. */
export class StartError extends Error {
  readonly code = "START_REFUSED";

  constructor(message: string) {
    super(message);
    this.name = "StartError";
  }
}

const PLAIN = new Set(["START_REFUSED", "ENV_INVALID", "MIGRATION_FAILED"]);
/** What `parseArgs` of node:util refuses; it says which word it was. */
const ARGUMENTS = "ERR_PARSE_ARGS_";

/** What to print about an error that ends a start: the sentence alone when it is one of ours, all of it otherwise. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: string };
  if (code?.startsWith(ARGUMENTS)) return `${error.message}. The README says which options there are.`;
  return code && PLAIN.has(code) ? error.message : (error.stack ?? error.message);
}
