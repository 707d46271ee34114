/** Where progress is written; `process.stdout` is one. */
export type Output = { write(text: string): unknown; isTTY?: boolean; columns?: number };

export type Progress = {
  /**
   * Runs one step; its line tells how long it took. A step that fails leaves its line without a mark. Long work may
   * tell how far it is: shown on a terminal alone, in place of what it told before.
   */
  step<T>(
    label: string,
    work: (tell: (text: string) => void) => Promise<T>,
    note?: (result: T) => string | undefined,
  ): Promise<T>;
  /** A sentence on a line of its own; an empty one leaves a line free. */
  say(sentence: string): void;
};

const LABEL_WIDTH = 44;

/**
 * Calm progress: one line a step, "✓ what   how long". On a terminal the line stands while the step runs.
 */
export function createProgress(out: Output = process.stdout, now = () => performance.now()): Progress {
  let standing = false;
  return {
    async step(label, work, note) {
      const started = now();
      if (out.isTTY) {
        out.write(`  · ${label} …`);
        standing = true;
      }
      try {
        const result = await work((text) => {
          if (out.isTTY && standing) out.write(`\r\u001b[2K  · ${label}: ${text}`);
        });
        const extra = note?.(result);
        const text = extra ? `${label}: ${extra}` : label;
        const seconds = ((now() - started) / 1000).toFixed(1).padStart(6);
        out.write(`${standing ? "\r\u001b[2K" : ""}  ✓ ${text.padEnd(LABEL_WIDTH)}${seconds} s\n`);
        standing = false;
        return result;
      } catch (error) {
        if (standing) out.write("\n");
        standing = false;
        throw error;
      }
    },
    say(sentence) {
      out.write(`${standing ? "\r\u001b[2K" : ""}${sentence ? `  ${sentence}` : ""}\n`);
    },
  };
}
