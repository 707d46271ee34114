/** What can be done at a desk by one key. */
export type Command = "accept" | "pass" | "next" | "write" | "end" | "handOver" | "pause" | "help";

/** The key of each command, as printed on it; the same in every language, so that two members can tell each other. */
export const keyOf: Readonly<Record<Command, string>> = {
  accept: "A",
  pass: "P",
  next: "N",
  write: "M",
  end: "E",
  handOver: "H",
  pause: "B",
  help: "?",
};

type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "repeat" | "isComposing" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey"
>;

/**
 * The command of a key press; null for a press that belongs to the browser, to a screen reader or to a keyboard that is
 * composing a letter. Where a keyboard has no Latin letters, the place of the key counts.
 */
export function commandOf(press: Press): Command | null {
  if (press.repeat || press.isComposing || press.altKey || press.ctrlKey || press.metaKey) return null;
  const isLatin = /^[a-z]$/iu.test(press.key);
  const place = /^Key([A-Z])$/u.exec(press.code)?.[1];
  const key = isLatin ? press.key.toUpperCase() : /\p{L}/u.test(press.key) ? place : press.key;
  // Many keyboards reach the question mark with Shift only; a letter with Shift is none of ours.
  if (press.shiftKey && key !== keyOf.help) return null;
  return (Object.keys(keyOf) as Command[]).find((command) => keyOf[command] === key) ?? null;
}

export type Commands = {
  /** Offers a way to carry out a command, until the returned function is called. The newest way counts. */
  offer(command: Command, run: () => void): () => void;
  /** Carries it out; false when nothing on the screen can. */
  run(command: Command): boolean;
};

/** What the parts of a desk can do at the moment, for whoever asks by key. */
export function createCommands(): Commands {
  let offers: readonly { command: Command; run: () => void }[] = [];
  return {
    offer(command, run) {
      const own = { command, run };
      offers = [...offers, own];
      return () => {
        offers = offers.filter((each) => each !== own);
      };
    },
    run(command) {
      const newest = offers.findLast((each) => each.command === command);
      newest?.run();
      return newest !== undefined;
    },
  };
}
