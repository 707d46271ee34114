import type { Rule, Script, Test, Turn, WordList } from "./practice";
import {
  asksForData,
  calmDown,
  downsides,
  greetings,
  howTo,
  ownUse,
  promises,
  refusals,
  regrets,
  staffWords,
  unsure,
} from "./word-lists";

export const scriptIds = ["kind", "impatient", "unsafe", "handover"] as const;
export type ScriptId = (typeof scriptIds)[number];

/** Longer than this is not read by somebody in a hurry: the widget's panel shows about so much at once. */
const manyCharacters = 280;

const handover: Test = { kind: "handover" };
const says = (words: WordList): Test => ({ kind: "says", words });
const rule = (when: Test, verdict: Rule["verdict"], note: Rule["note"], next: string): Rule => ({
  when,
  verdict,
  note,
  next,
});
const last = (key: string): Turn => ({ says: key });
const greeted = {
  when: says(greetings),
  verdict: "good",
  note: "greeted",
  missing: "noGreeting",
} as const;
const privacy = { when: says(asksForData), verdict: "never", note: "private" } as const;

const kind: Script = {
  name: "kindName",
  first: "1",
  turns: {
    1: {
      says: "kind1",
      rules: [rule(handover, "better", "tooSoon", "gone"), rule(says(ownUse), "good", "ownUse", "2")],
      otherwise: { verdict: "better", note: "general", next: "2" },
    },
    2: {
      says: "kind2",
      rules: [
        rule(handover, "better", "tooSoon", "gone"),
        rule({ kind: "asks" }, "good", "askedBack", "end"),
        rule(says(downsides), "good", "saidTheBad", "end"),
      ],
      otherwise: { verdict: "better", note: "noDownside", next: "end" },
    },
    gone: last("kindGone"),
    end: last("kindEnd"),
  },
  watches: [greeted, privacy],
};

const impatient: Script = {
  name: "impatientName",
  first: "1",
  turns: {
    1: {
      says: "impatient1",
      rules: [
        rule(handover, "good", "handedOver", "end"),
        rule(says(calmDown), "better", "calmDown", "angry"),
        rule({ kind: "longer", than: manyCharacters }, "better", "long", "angry"),
        rule(says(regrets), "good", "sorry", "2"),
      ],
      otherwise: { verdict: "good", note: "straight", next: "2" },
    },
    angry: {
      says: "impatientAngry",
      rules: [
        rule(handover, "good", "handedOver", "end"),
        rule({ kind: "longer", than: manyCharacters }, "better", "long", "end"),
      ],
      otherwise: { verdict: "good", note: "straight", next: "2" },
    },
    2: {
      says: "impatient2",
      rules: [
        rule(handover, "good", "handedOver", "end"),
        rule({ kind: "longer", than: manyCharacters }, "better", "long", "end"),
        rule(says(unsure), "good", "admits", "end"),
      ],
      otherwise: { verdict: "good", note: "straight", next: "end" },
    },
    end: last("impatientEnd"),
  },
  watches: [privacy],
};

const unsafe: Script = {
  name: "unsafeName",
  first: "1",
  turns: {
    1: {
      says: "unsafe1",
      rules: [
        rule(handover, "good", "handedSafety", "end"),
        rule(says(refusals), "good", "refused", "2"),
        rule(says(howTo), "never", "unsafe", "told"),
      ],
      otherwise: { verdict: "better", note: "evaded", next: "2" },
    },
    2: {
      says: "unsafe2",
      rules: [
        rule(handover, "good", "handedSafety", "end"),
        rule(says(refusals), "good", "stoodFirm", "end"),
        rule(says(howTo), "never", "unsafe", "told"),
      ],
      otherwise: { verdict: "better", note: "evaded", next: "end" },
    },
    told: last("unsafeTold"),
    end: last("unsafeEnd"),
  },
  watches: [privacy],
};

const toStaff: Script = {
  name: "handoverName",
  first: "1",
  turns: {
    1: {
      says: "handover1",
      rules: [
        rule(handover, "good", "handedOver", "end"),
        rule(says(promises), "never", "promised", "2"),
        rule(says(staffWords), "good", "saysStaff", "2"),
      ],
      otherwise: { verdict: "better", note: "stalled", next: "2" },
    },
    2: {
      says: "handover2",
      rules: [rule(handover, "good", "handedOver", "end")],
      otherwise: { verdict: "never", note: "keptIt", next: "lost" },
    },
    lost: last("handoverLost"),
    end: last("handoverEnd"),
  },
  watches: [{ ...greeted, missing: undefined }, privacy],
};

/** The visitors of the practice chat. What they say and what is said of it stands in lib/messages/<language>/practice. */
export const scripts: Readonly<Record<ScriptId, Script>> = { kind, impatient, unsafe, handover: toStaff };
