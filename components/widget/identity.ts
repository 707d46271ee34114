/** What the frame keeps of its visitor, from his first question on. */
export type Identity = {
  token: string;
  visitorId: string;
  /** The question that he has put behind him. */
  finishedId: string | null;
  /** The last message that he has had before his eyes. */
  seen: { chatId: string; seq: number } | null;
};

export type IdentityStore = {
  get(): Identity | null;
  /** Nothing is written before the visitor asks. */
  set(identity: Identity | null): void;
  /** False where the browser keeps nothing for frames of other sites: a reload then forgets. */
  isKept(): boolean;
  /** Calls back when another tab of this site asked, finished or was left, with what was known before. */
  onOtherTab(listener: (before: Identity | null) => void): void;
};

/** Keeps the visitor in the frame's own storage, or in memory where that is blocked. */
export function createIdentityStore(siteKey: string): IdentityStore {
  const name = `entraide:${siteKey}`;
  const storage = frameStorage("localStorage");
  let identity = read();
  let kept = storage !== null;

  function read(): Identity | null {
    try {
      return JSON.parse(storage?.getItem(name) ?? "null") as Identity | null;
    } catch {
      return null;
    }
  }

  return {
    get: () => identity,
    set(next) {
      identity = next;
      try {
        if (next) storage?.setItem(name, JSON.stringify(next));
        else storage?.removeItem(name);
      } catch {
        kept = false;
      }
    },
    isKept: () => kept,
    onOtherTab(listener) {
      addEventListener("storage", (event) => {
        if (event.key !== name) return;
        const before = identity;
        identity = read();
        listener(before);
      });
    },
  };
}

/** A storage of the frame; null where the browser refuses it. */
export function frameStorage(kind: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}
