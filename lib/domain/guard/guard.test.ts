import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFindings, hoursAWeek, longHours } from "./find-findings";
import { findInWords } from "./find-in-words";

describe("findInWords", () => {
  it("shows the words around it, none of them cut", () => {
    const text =
      "Vous devez répondre à 20 questions par semaine, avec un bon d’achat pour chacune des réponses.";
    const [cash] = findInWords(text).filter(({ reason }) => reason === "cash");
    expect(cash?.excerpt).toBe("…par semaine, avec un bon d’achat pour chacune des…");
  });

  it.each([
    ["Win 10 € for the best answer", "cash"],
    ["Win €10", "cash"],
    ["$5 per chat", "cash"],
    ["A gift card for the first ten", "cash"],
    ["Un bon d’achat à gagner", "cash"],
    ["Une carte cadeau pour chacun", "cash"],
    ["15 euros par réponse", "cash"],
    ["You are paid per answer", "cash"],
    ["Choose your shift for next week", "hours"],
    ["At least 5 hours please", "hours"],
    ["Help 3 hours a week", "hours"],
    ["You must be online on Saturday", "hours"],
    ["Présence obligatoire le samedi", "hours"],
    ["Au moins 4 heures par semaine", "hours"],
    ["Vous devez être disponible le soir", "hours"],
    ["Declining too often lowers your chances", "sanction"],
    ["You lose your badge if you pass", "sanction"],
    ["Vous serez pénalisé", "sanction"],
    ["En cas de refus, nous vous retirons", "sanction"],
    ["Your salary follows", "employed"],
    ["Comme nos salariés", "employed"],
  ])("of %j finds %s", (text, reason) => {
    expect(findInWords(text).map((found) => found.reason)).toContain(reason);
  });

  it.each([
    ["There are no shifts here"],
    ["No minimum hours, no shifts, no pay"],
    ["You never lose your badge when you pass"],
    ["Without any penalty"],
    ["Il n’y a pas de sanction"],
    ["Sans aucune pénalité"],
    ["Aucune présence obligatoire"],
    ["Nos experts ne sont pas des salariés"],
    ["The battery costs less energy in winter"],
    ["It shifted gears smoothly"],
    ["Takes 3 hours to charge"],
    ["Il faut 3 heures pour charger"],
    [""],
  ])("lets %j pass", (text) => {
    expect(findInWords(text)).toEqual([]);
  });

  it("quotes the words where they stand, each reason once, however long the text is", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (before, after) => {
        const text = `${"la ".repeat(before)}gift card ${"la ".repeat(after)}voucher`;
        const found = findInWords(text);
        expect(found.map(({ reason }) => reason)).toEqual(["cash"]);
        expect(found[0]?.excerpt.length).toBeLessThan(70);
      }),
    );
  });
});

const week = (from: string, to: string, days: number) =>
  Array.from({ length: 7 }, (_, day) => (day < days ? [{ from, to }] : []));
const nothing = { texts: [], ownerWeek: null, fixed: [] };

describe("findFindings", () => {
  it("counts hours past midnight, and flags more than twelve a day", () => {
    expect(hoursAWeek(week("22:00", "02:00", 7))).toBe(28);
    expect(hoursAWeek(week("08:00", "20:00", 7))).toBe(longHours);
    expect(findFindings({ ...nothing, ownerWeek: week("08:00", "20:00", 7) })).toEqual([]);
    expect(findFindings({ ...nothing, ownerWeek: week("08:00", "20:15", 7) })).toMatchObject([
      { reason: "long-hours", place: "hours" },
    ]);
  });

  it("flags a high number of chats that a manager fixed, and no lower one", () => {
    const fixed = [2, 3, 4].map((capacity) => ({ id: `m${capacity}`, name: `M${capacity}`, capacity }));
    expect(findFindings({ ...nothing, fixed }).map(({ name }) => name)).toEqual(["M3", "M4"]);
  });

  it("has one key for the same words, and another once they change", () => {
    const keysOf = (text: string) =>
      findFindings({ ...nothing, texts: [{ place: "reply", id: "1", name: "Hello", text }] }).map(
        ({ key }) => key,
      );
    expect(keysOf("A voucher")).toEqual(keysOf("A voucher"));
    expect(keysOf("A voucher")).not.toEqual(keysOf("A voucher!"));
  });
});
