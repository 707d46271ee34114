/** A refusal to start that the person at the keyboard can mend; its message is all there is to say. */
export class StartError extends Error {
  readonly code = "START_REFUSED";

  constructor(message: string) {
    super(message);
    this.name = "StartError";
  }
}

const PLAIN = new Set(["START_REFUSED", "ENV_INVALID", "MIGRATION_FAILED"]);

/** What to print about an error that ends a start: the sentence alone when it is one of ours, all of it otherwise. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: string };
  return code && PLAIN.has(code) ? error.message : (error.stack ?? error.message);
}
