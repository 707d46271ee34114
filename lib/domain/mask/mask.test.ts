import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marks, splitMarks, wordMarks } from "./marks";
import { mask, maskFileName } from "./mask";

const { phone, email, card, iban } = marks;

describe("mask", () => {
  it.each([
    ["Appelez-moi au 06 12 34 56 78 ce soir", `Appelez-moi au ${phone} ce soir`],
    ["06.12.34.56.78", phone],
    ["06-12-34-56-78", phone],
    ["0612345678", phone],
    ["06 12 34 56 78", phone],
    ["06,12,34,56,78", phone],
    ["０６１２３４５６７８", phone],
    ["06\u200b12345678", phone],
    ["tel0612345678", `tel${phone}`],
    ["+33 6 12 34 56 78", phone],
    ["+33 (0)6 12 34 56 78.", `${phone}.`],
    ["(+33) 6 12 34 56 78", phone],
    ["0033612345678", phone],
    ["33 6 12 34 56 78", phone],
    ["Call (555) 123-4567 now", `Call ${phone} now`],
    ["+1 555 123 4567, or later", `${phone}, or later`],
    ["+49 30 901820", phone],
    ["020 7946 0958", phone],
    ["le 01/02/2026 au 06 12 34 56 78", `le 01/02/2026 au ${phone}`],
    ["01/02/2026 06 12 34 56 78", `01/02/2026 ${phone}`],
    ["0612345678 0712345678", `${phone} ${phone}`],
    ["marie.dupont+velo@example.co.uk!", `${email}!`],
    ["écris à hélène@vélo.fr, merci", `écris à ${email}, merci`],
    ["marie (at) example (dot) com", email],
    ["marie arobase example point fr", email],
    ["marie @ gmail.com", email],
    ["marie@gmail", email],
    ["mailto:marie@example.com", `mailto:${email}`],
    ["4111 1111 1111 1111", card],
    ["Carte 4111-1111-1111-1111 exp 12/27", `Carte ${card} exp 12/27`],
    ["378282246310005", card],
    ["6304 9000 1774 0292 441", card],
    ["FR76 3000 6000 0112 3456 7890 189 merci", `${iban} merci`],
    ["fr7630006000011234567890189", iban],
    ["BE68 5390 0754 7034", iban],
    ["a@example.com ou 0612345678", `${email} ou ${phone}`],
  ])("hides what is in %j", (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    "Le Volt 3 coûte 2 490 €, livré le 12/03/2026 à 10 h 30.",
    "Batterie 500 Wh, 36 V, 13,4 Ah, autonomie 70-120 km",
    "Commande n° 4512-98734, référence VV-2026-000123",
    "order #0612345678",
    "CMD0612345678",
    "2026-03-10 09:00:00",
    "du 01.02.2026 10:30 au 03.02.2026 11:45",
    "1 234 567 890 € de chiffre d'affaires",
    "+12 000 000 €",
    "10 000 km en 2 ans, 3 pneus, 1 chaîne",
    "@nadia a raison, voir section 3.2.1",
    "rendez-vous @ 10.30",
    "4111 1111 1111 1112",
    "FR76 is no account, nor is AB12CDEFGHIJKLMNOPQ",
    "192.168.1.1 et ::1",
    "🚲 26 × 1,75 pouces",
    "",
  ])("leaves %j alone", (text) => {
    expect(mask(text)).toBe(text);
  });

  const digits = (size: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }).map((all) => all.join(""));
  const separator = fc.constantFrom("", " ", ".", "-", "\u00a0", "\u202f");
  const grouped = (text: string, size: number, by: string) =>
    (text.match(new RegExp(`.{1,${size}}`, "g")) ?? []).join(by);
  const phones = fc
    .tuple(fc.integer({ min: 1, max: 9 }), digits(8), separator, fc.boolean())
    .map(([area, rest, by, isAbroad]) =>
      isAbroad ? `+33${by}${area}${by}${grouped(rest, 2, by)}` : grouped(`0${area}${rest}`, 2, by),
    );
  const cards = fc
    .tuple(fc.integer({ min: 12, max: 18 }).chain(digits), fc.constantFrom("", " ", "-", "."))
    .map(([body, by]) => grouped(body + checkDigit(body), 4, by));
  const emails = fc.emailAddress().filter((address) => /^[\w.+'-]+@/.test(address));
  const words = fc.array(fc.constantFrom("le", "vélo", "Volt 3", "500 Wh", "2 490 €", "?", "12/03/2026"), {
    maxLength: 4,
  });
  const secrets = fc.oneof(phones, cards, emails);

  it("lets none through, wherever it stands among harmless words, which stay", () => {
    fc.assert(
      fc.property(words, secrets, words, (before, secret, after) => {
        const text = [...before, "voici :", secret, "voilà", ...after].join(" ");
        const masked = mask(text);
        expect(masked).not.toContain(secret);
        expect(masked.startsWith([...before, "voici :"].join(" "))).toBe(true);
        expect(masked.endsWith(["voilà", ...after].join(" "))).toBe(true);
        expect(splitMarks(masked).some(({ kind }) => kind !== null)).toBe(true);
      }),
    );
  });

  it("changes nothing the second time, whatever it is given", () => {
    const pieces = fc.constantFrom(
      "06",
      "12",
      "34",
      "4111",
      "1111",
      "+33",
      "0033",
      " ",
      ".",
      "-",
      "(",
      ")",
      "@",
      "a",
      "b.fr",
      "FR76",
      "01/02/2026",
      "[",
      "•••",
      "\n",
      "€",
      "#",
      "0612345678",
      "(at)",
      " arobase ",
      " point ",
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
      fc.string({ unit: "binary", maxLength: 200 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const masked = mask(text);
        expect(mask(masked)).toBe(masked);
      }),
      { numRuns: 1_000 },
    );
  });

  it("comes to an end on long hostile text, where steps that grow with the square would not", () => {
    const hostile = [
      "0",
      "06 ",
      "+",
      "a",
      "a@",
      "@",
      "a.",
      "(at)",
      " arobase ",
      "a@a.",
      "FR76",
      "FR76 ",
      "4111 ",
      "0-",
      "((",
      "1.",
      "00",
      "é@é-",
      "[@ •••]",
    ];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(60_000 / piece.length));
      expect(mask(text).length, piece).toBeGreaterThan(0);
    }
  });
});

describe("maskFileName", () => {
  it.each([
    ["facture.pdf", "facture.pdf"],
    ["marie@example.com.pdf", `${email}.pdf`],
    ["marie@example.com", email],
    ["0612345678.jpg", `${phone}.jpg`],
  ])("makes %j %j", (name, masked) => {
    expect(maskFileName(name)).toBe(masked);
  });
});

describe("marks", () => {
  it("part a text without losing any of it, and are worded", () => {
    const text = mask("a@example.com ou 0612345678 ?");
    expect(splitMarks(text).map(({ kind }) => kind)).toEqual(["email", null, "phone", null]);
    expect(
      splitMarks(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
    expect(wordMarks(text, (kind) => `<${kind}>`)).toBe("<email> ou <phone> ?");
  });
});

function checkDigit(body: string): number {
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
