import type { Locale } from "@/lib/domain/locale";

/** What a learner does in a practice talk. */
export type PracticeInput = { kind: "write"; text: string } | { kind: "handover" };

/** Beginnings of words and phrases, in each language; capitals, accents and apostrophes don't matter. */
export type WordList = Readonly<Record<Locale, readonly string[]>>;

/** The plain things that a script looks at. Nothing is guessed, and all of them are told to the learner. */
export type Test =
  | { kind: "handover" }
  | { kind: "asks" }
  | { kind: "longer"; than: number }
  | { kind: "says"; words: WordList };

/** What is said afterwards: well done, to do differently, or never to do (the talk is then tried again). */
export type Verdict = "good" | "better" | "never";

type Outcome = { note: string | null; verdict: Verdict; next: string };
export type Rule = Outcome & { when: Test };

/** What the visitor says, and where it goes from there. A turn without an `otherwise` is the last. */
export type Turn = { says: string; rules?: readonly Rule[]; otherwise?: Outcome };

export type Script = {
  /** The key of the visitor's name. */
  name: string;
  first: string;
  turns: Readonly<Record<string, Turn>>;
  /** Looked for in all that the learner wrote; `missing` is said when it never came. */
  watches: readonly { when: Test; note: string | null; missing?: string; verdict: Verdict }[];
};

export type PracticeNote = { note: string; verdict: Verdict };

/** A talk as far as it has come: what was said by either side, the feedback so far, and whether it is over. */
export type Play = {
  lines: ({ by: "visitor"; says: string } | { by: "learner"; text: string } | { by: "handover" })[];
  notes: PracticeNote[];
  isOver: boolean;
};

/** Lower case, without accents, with one kind of apostrophe and single blanks. */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/[^\p{L}\p{N}'?]+/gu, " ")
    .trim();
}

/**
 * Whether one of the words or phrases begins somewhere in the text, at the beginning of a word. One with a blank at its
 * end is a whole word.
 */
export function saysOneOf(text: string, list: readonly string[]): boolean {
  // After an apostrophe a new word begins.
  const parted = (words: string) => plainWords(words).replaceAll("'", "' ").trim();
  const said = ` ${parted(text).replaceAll("?", " ")} `;
  return list.some((word) => said.includes(` ${parted(word)}${word.endsWith(" ") ? " " : ""}`));
}

/** Whether an input is what a test looks for. */
export function fits(test: Test, input: PracticeInput, locale: Locale): boolean {
  if (test.kind === "handover") return input.kind === "handover";
  if (input.kind === "handover") return false;
  if (test.kind === "asks") return input.text.includes("?");
  if (test.kind === "longer") return input.text.trim().length > test.than;
  return saysOneOf(input.text, test.words[locale]);
}

/** Plays a script with what the learner did; inputs after its end change nothing. */
export function play(script: Script, inputs: readonly PracticeInput[], locale: Locale): Play {
  const lines: Play["lines"] = [];
  const notes: PracticeNote[] = [];
  const used: PracticeInput[] = [];
  let turn = script.turns[script.first];
  if (turn) lines.push({ by: "visitor", says: turn.says });
  for (const input of inputs) {
    if (!turn?.otherwise) break;
    used.push(input);
    lines.push(input.kind === "handover" ? { by: "handover" } : { by: "learner", text: input.text });
    const { note, verdict, next } =
      turn.rules?.find(({ when }) => fits(when, input, locale)) ?? turn.otherwise;
    if (note) notes.push({ note, verdict });
    turn = script.turns[next];
    if (turn) lines.push({ by: "visitor", says: turn.says });
  }
  const isOver = !turn?.otherwise;
  if (!isOver) return { lines, notes, isOver };
  const seen = script.watches.flatMap(({ when, note, missing, verdict }): PracticeNote[] => {
    const came = used.some((input) => fits(when, input, locale));
    if (came) return note ? [{ note, verdict }] : [];
    return missing ? [{ note: missing, verdict: "better" }] : [];
  });
  return { lines, notes: [...seen, ...notes], isOver };
}

/** Whether a talk counts as practised: brought to its end, with nothing in it that must never be done. */
export function isPractised({ isOver, notes }: Play): boolean {
  return isOver && notes.every(({ verdict }) => verdict !== "never");
}
