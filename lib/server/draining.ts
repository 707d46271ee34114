const MARK = Symbol.for("entraide.draining");
// Next's bundle and the server's own modules are two copies in one process.
const memory = globalThis as typeof globalThis & { [MARK]?: boolean };

/** Whether this process is on its way out: it answers what it was asked and begins nothing for others to wait on. */
export function isDraining(): boolean {
  return memory[MARK] === true;
}

/** Says that this process is ending (or, in tests, that it is not). */
export function setDraining(value: boolean): void {
  memory[MARK] = value;
}
