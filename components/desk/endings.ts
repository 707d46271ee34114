/** An ending that was asked for and can still be called off. `endsAt`: epoch milliseconds here; null while held. */
export type Ending = { endsAt: number | null };

export type Endings = {
  /**
   * Ends a chat in a moment, as solved. Resolves once it ended or was kept, and rejects with what kept it from ending.
   * Asked for twice, it is one ending.
   */
  begin(chatId: string): Promise<void>;
  /** The moment waits while somebody looks into it, and begins anew after. */
  hold(chatId: string, isHeld: boolean): void;
  /** Calls it off. True when there was something to call off. */
  keep(chatId: string): boolean;
  /** The chats that end now since nobody can wait any longer: the page goes. */
  takeAll(): readonly string[];
};

/** As long as a notice with a way back is shown. */
const MOMENT_MS = 6_000;

type Pending = {
  timer: ReturnType<typeof setTimeout> | undefined;
  endsAt: number | null;
  run: () => void;
  settle: () => void;
  promise: Promise<void>;
};

/** Endings with a way back: each waits for its moment before `end` is called. `onChange` hears of those that wait. */
export function createEndings(options: {
  end: (chatId: string) => Promise<void>;
  onChange: (endings: Readonly<Record<string, Ending>>) => void;
}): Endings {
  const pending = new Map<string, Pending>();
  const tell = () =>
    options.onChange(Object.fromEntries([...pending].map(([id, { endsAt }]) => [id, { endsAt }])));
  const wait = (chatId: string) => {
    const one = pending.get(chatId);
    if (!one) return;
    clearTimeout(one.timer);
    one.timer = setTimeout(one.run, MOMENT_MS);
    one.endsAt = Date.now() + MOMENT_MS;
    tell();
  };
  const remove = (chatId: string) => {
    const one = pending.get(chatId);
    clearTimeout(one?.timer);
    if (pending.delete(chatId)) tell();
    return one;
  };
  return {
    begin(chatId) {
      const known = pending.get(chatId);
      if (known) return known.promise;
      let settle = () => {};
      let run = () => {};
      const promise = new Promise<void>((resolve, reject) => {
        settle = resolve;
        run = () => {
          remove(chatId);
          options.end(chatId).then(resolve, reject);
        };
      });
      pending.set(chatId, { timer: undefined, endsAt: null, settle, run, promise });
      wait(chatId);
      return promise;
    },
    hold(chatId, isHeld) {
      const one = pending.get(chatId);
      if (!one) return;
      if (!isHeld) return wait(chatId);
      clearTimeout(one.timer);
      one.endsAt = null;
      tell();
    },
    keep(chatId) {
      const one = remove(chatId);
      one?.settle();
      return one !== undefined;
    },
    takeAll() {
      const ids = [...pending.keys()];
      for (const id of ids) remove(id)?.settle();
      return ids;
    },
  };
}
