import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/domain/locale";
import en from "@/lib/messages/en/practice.json";
import { isPractised, type PracticeInput, play, saysOneOf } from "./practice";
import { scriptIds, scripts } from "./scripts";
import * as lists from "./word-lists";

const input: fc.Arbitrary<PracticeInput> = fc.oneof(
  fc.constant({ kind: "handover" } as const),
  fc
    .oneof(
      fc.string({ maxLength: 400 }),
      fc.constantFrom("I cut the wire", "No, never", "Is it heavy?", "Hello"),
    )
    .map((text) => ({ kind: "write" as const, text })),
);
const write = (text: string): PracticeInput => ({ kind: "write", text });
const handover: PracticeInput = { kind: "handover" };
const notes = (script: keyof typeof scripts, inputs: PracticeInput[], locale: "en" | "fr" = "en") =>
  play(scripts[script], inputs, locale).notes.map(({ note }) => note);

describe("a practice talk", () => {
  it("comes to an end, whatever the learner does, and says nothing after it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scriptIds),
        fc.constantFrom(...locales),
        fc.array(input, { minLength: 6, maxLength: 12 }),
        (id, locale, inputs) => {
          const whole = play(scripts[id], inputs, locale);
          expect(whole.isOver).toBe(true);
          expect(play(scripts[id], [...inputs, handover], locale)).toEqual(whole);
        },
      ),
    );
  });

  it("goes on from where it was: what was said stays said", () => {
    fc.assert(
      fc.property(fc.constantFrom(...scriptIds), fc.array(input, { maxLength: 6 }), (id, inputs) => {
        const shorter = play(scripts[id], inputs.slice(0, -1), "en").lines;
        expect(play(scripts[id], inputs, "en").lines.slice(0, shorter.length)).toEqual(shorter);
      }),
    );
  });

  it("has words for all that it says and remarks, and only remarks once it is over", () => {
    for (const { name, turns, watches } of Object.values(scripts)) {
      expect(en.say).toHaveProperty(name);
      for (const { says, rules = [], otherwise } of Object.values(turns)) {
        expect(en.say).toHaveProperty(says);
        for (const { note, next } of [...rules, ...(otherwise ? [otherwise] : [])]) {
          expect(turns).toHaveProperty(next);
          if (note) expect(en.note).toHaveProperty(note);
        }
      }
      for (const { note, missing } of watches)
        for (const each of [note, missing]) if (each) expect(en.note).toHaveProperty(each);
    }
  });
});

describe("the visitors", () => {
  it("the kind one likes a greeting, one's own use, and an honest word", () => {
    const good = [
      write("Hello! I ride mine all winter, I charge it indoors."),
      write("It weighs 24 kg, so no."),
    ];
    expect(notes("kind", good)).toEqual(["greeted", "ownUse", "saidTheBad"]);
    expect(isPractised(play(scripts.kind, good, "en"))).toBe(true);
    const dull = [write("The battery is certified to -10 degrees"), write("Sure, it is light")];
    expect(notes("kind", dull)).toEqual(["noGreeting", "general", "noDownside"]);
    const french = [write("Bonjour, j’ai le mien depuis un an."), write("Honnêtement, il est lourd.")];
    expect(notes("kind", french, "fr")).toEqual(["greeted", "ownUse", "saidTheBad"]);
  });

  it("the impatient one wants no lecture", () => {
    expect(
      notes("impatient", [write("Please calm down"), write("Yes"), write("I'm not sure, I never used it")]),
    ).toEqual(["calmDown", "straight", "admits"]);
    expect(notes("impatient", [write("Sorry for the wait: yes."), write("x".repeat(281))])).toEqual([
      "sorry",
      "long",
    ]);
  });

  it("the unsafe one is refused or handed over; who tells him tries again", () => {
    expect(notes("unsafe", [write("I won't help with that, it's illegal."), handover])).toEqual([
      "refused",
      "handedSafety",
    ]);
    const told = play(scripts.unsafe, [write("You cut the blue wire")], "en");
    expect(told).toMatchObject({ isOver: true, notes: [{ note: "unsafe", verdict: "never" }] });
    expect(isPractised(told)).toBe(false);
    expect(
      notes("unsafe", [write("Ne coupez rien, c'est interdit"), write("Non, vraiment pas")], "fr"),
    ).toEqual(["refused", "stoodFirm"]);
  });

  it("the one with an order is for the staff, and asking for more of her data never counts", () => {
    expect(notes("handover", [handover])).toEqual(["handedOver"]);
    const kept = play(scripts.handover, [write("I'll change it"), write("Done")], "en");
    expect(kept.notes.map(({ note }) => note)).toEqual(["promised", "keptIt"]);
    const asked = play(scripts.handover, [write("What is your order number?"), handover], "en");
    expect(asked.notes.map(({ note }) => note)).toContain("private");
    expect(isPractised(asked)).toBe(false);
  });
});

describe("saysOneOf", () => {
  it("finds words at their beginning, whatever their accents, and whole ones with a blank", () => {
    expect(saysOneOf("Je suis DÉSOLÉE", ["desole"])).toBe(true);
    expect(saysOneOf("I’m here", lists.ownUse.en)).toBe(true);
    expect(saysOneOf("It is nice", lists.ownUse.en)).toBe(false);
    expect(saysOneOf("Now then", ["no "])).toBe(false);
    expect(saysOneOf("beaucoup", lists.howTo.fr)).toBe(false);
  });

  it("never fails, and never finds anything in nothing", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...Object.values(lists)), (text, list) => {
        expect(typeof saysOneOf(text, list.en)).toBe("boolean");
        expect(saysOneOf("", list.fr)).toBe(false);
      }),
    );
  });
});
