/** Something that is to happen at a moment (milliseconds). `index` is the agenda's own. */
export type Entry = { readonly at: number; readonly run: () => void; order: number; index: number };

/**
 * What is still to happen, nearest first; what falls on the same moment happens in the order in which it was planned, so
 * that a run is the same every time. A binary heap whose entries know their places, so that they can be called off.
 */
export class Agenda {
  #heap: Entry[] = [];
  #planned = 0;

  get size(): number {
    return this.#heap.length;
  }

  plan(at: number, run: () => void): Entry {
    const entry: Entry = { at, run, order: this.#planned++, index: this.#heap.length };
    this.#heap.push(entry);
    this.#rise(entry);
    return entry;
  }

  /** The nearest entry, taken off. */
  take(): Entry | undefined {
    const first = this.#heap[0];
    if (first) this.callOff(first);
    return first;
  }

  /** Takes an entry off; one that has happened or was called off before stays so. */
  callOff(entry: Entry): void {
    const { index } = entry;
    if (index < 0) return;
    entry.index = -1;
    const last = this.#heap.pop();
    if (!last || last === entry) return;
    this.#put(last, index);
    this.#rise(last);
    this.#sink(last);
  }

  #put(entry: Entry, index: number): void {
    this.#heap[index] = entry;
    entry.index = index;
  }

  #rise(entry: Entry): void {
    while (entry.index > 0) {
      const parent = this.#heap[(entry.index - 1) >> 1];
      if (!parent || isBefore(parent, entry)) return;
      this.#swap(parent, entry);
    }
  }

  #sink(entry: Entry): void {
    for (;;) {
      const left = this.#heap[2 * entry.index + 1];
      const right = this.#heap[2 * entry.index + 2];
      const nearer = right && left && isBefore(right, left) ? right : left;
      if (!nearer || isBefore(entry, nearer)) return;
      this.#swap(entry, nearer);
    }
  }

  #swap(one: Entry, other: Entry): void {
    const { index } = one;
    this.#put(one, other.index);
    this.#put(other, index);
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
