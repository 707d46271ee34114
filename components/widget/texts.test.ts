import compile from "icu-minify/compile";
import { describe, expect, it } from "vitest";
import { inSentence, spanWords, whyWords } from "@/components/widget/helper-words";
import { problemWords } from "@/components/widget/problem";
import { systemWords } from "@/components/widget/system-words";
import { type CompiledTexts, createTranslate } from "@/components/widget/texts";
import { ApiError } from "@/lib/client/api-error";
import { errorStatus } from "@/lib/domain/error";
import type { Locale } from "@/lib/domain/locale";
import { spokenName } from "@/lib/domain/member/spoken-name";
import type { HelperCard } from "@/lib/domain/member/view";
import en from "@/lib/messages/en/widget.json";
import fr from "@/lib/messages/fr/widget.json";

/** As lib/start/bundle-widget.ts compiles them. */
function translate(locale: Locale) {
  const compiled = Object.entries(locale === "fr" ? fr : en).map(([group, texts]) => [
    group,
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, compile(text)])),
  ]);
  return createTranslate(locale, Object.fromEntries(compiled) as CompiledTexts);
}
const inEnglish = translate("en");
const inFrench = translate("fr");

const nadia: HelperCard = {
  kind: "owner",
  name: "Nadia B.",
  initials: "NB",
  tint: "sage",
  thanks: 23,
  topic: { en: "Battery", fr: "Batterie" },
  owns: { product: "Volt 3 City", months: 14 },
  badge: null,
};

describe("translate", () => {
  it("fills in values and counts as each language does", () => {
    expect(inEnglish("matching.askingOwners", { count: 1 })).toBe("Asking 1 owner…");
    expect(inEnglish("matching.askingOwners", { count: 3 })).toBe("Asking 3 owners…");
    expect(inFrench("rating.with", { minutes: 0, name: "Nadia" })).toBe("Moins d’une minute avec Nadia");
  });
});

describe("a helper in words", () => {
  it("says what he owns and what he was thanked for, as far as it is known", () => {
    expect(whyWords(nadia, inEnglish)).toBe("Owns the Volt 3 City for 14 months · 23 thanks on battery");
    expect(whyWords({ ...nadia, owns: null, topic: null }, inEnglish)).toBe("23 thanks");
    expect(whyWords({ ...nadia, owns: { product: "Volt 3", months: 0 }, thanks: 0 }, inEnglish)).toBe(
      "Owns the Volt 3",
    );
    expect(whyWords({ ...nadia, owns: null, thanks: 0 }, inEnglish)).toBe("");
  });

  it("counts years from two on", () => {
    expect(spanWords(23, inEnglish)).toBe("23 months");
    expect(spanWords(31, inEnglish)).toBe("2 years");
    expect(spanWords(12, inFrench)).toBe("12 mois");
  });

  it("is called by the first name", () => {
    expect(["Nadia B.", "Jean-Luc É.", "Hélène", "Ana Maria"].map(spokenName)).toEqual([
      "Nadia",
      "Jean-Luc",
      "Hélène",
      "Ana Maria",
    ]);
    expect(["Battery", "ABS", "É-bike"].map(inSentence)).toEqual(["battery", "ABS", "É-bike"]);
  });
});

describe("a system line", () => {
  const words = (line: Parameters<typeof systemWords>[0], isFirstJoin = true, helperName?: string) =>
    systemWords(line, { t: inEnglish, isFirstJoin, helperName });

  it("tells who joined, and how soon only of the first", () => {
    const joined = { kind: "joined", name: "Nadia B.", helper: "owner", seconds: 11 } as const;
    expect(words(joined)).toBe("Nadia joined 11\u00a0s after you asked");
    expect(words(joined, false)).toBe("Nadia joined");
    expect(words({ ...joined, helper: "staff", name: "Julien M." })).toBe("Julien from our staff joined");
  });

  it("tells who ended, by name where it is known", () => {
    expect(words({ kind: "ended", by: "visitor" })).toBe("You ended the chat");
    expect(words({ kind: "ended", by: "helper" }, true, "Nadia B.")).toBe("The chat was ended by Nadia");
    expect(words({ kind: "ended", by: "helper" })).toBe("The chat was ended");
    expect(words({ kind: "ended", by: "system" })).toBe("The chat closed after a long silence");
  });

  it("tells who handed over, to whom, and why", () => {
    const line = { kind: "handed_over", name: "Samir H.", capsule: "Frost", reason: null } as const;
    expect(words({ ...line, to: "staff", toName: null })).toBe(
      "Samir handed over to our staff. No need to repeat.",
    );
    expect(words({ ...line, to: "owners", toName: null })).toBe(
      "Samir handed over to another owner. No need to repeat.",
    );
    expect(words({ ...line, to: "owners", toName: "Nadia B.", reason: "She has had one for years" })).toBe(
      "Samir handed over to Nadia. No need to repeat. Why: “She has had one for years”",
    );
  });

  it("warns of silence with the minutes and the moment, and tells who is back or looks something up", () => {
    const endsAt = new Date(2026, 2, 10, 9, 5).toISOString();
    expect(words({ kind: "idle", minutes: 10, endsAt })).toBe(
      "Nobody has written for 10 minutes. Still there? Write a word, or the chat closes at 09:05.",
    );
    expect(words({ kind: "idle", minutes: 1, endsAt })).toMatch(/^Nobody has written for 1 minute\./);
    expect(words({ kind: "back", name: "Samir H." })).toBe("Samir is back");
    expect(words({ kind: "looking", name: "Samir H." })).toBe("Samir is looking something up for you.");
  });
});

describe("a refusal", () => {
  it("has a sentence, whatever its code", () => {
    for (const code of [...Object.keys(errorStatus), "OFFLINE", "SOMETHING_NEW"])
      for (const t of [inEnglish, inFrench])
        expect(problemWords(new ApiError(code, { retryAfterSeconds: 3 }), t)).toMatch(/^\p{Lu}.*[.?!]$/u);
  });

  it.each([
    [1.2, "in 2 seconds.", "dans 2 secondes."],
    [1, "in 1 second.", "dans 1 seconde."],
    [240, "in 4 minutes.", "dans 4 minutes."],
    [43_200, "in 12 hours.", "dans 12 heures."],
    [0, "in a moment.", "dans un instant."],
    [undefined, "in a moment.", "dans un instant."],
  ])("says how long to wait when the server does: %s s", (retryAfterSeconds, english, french) => {
    const limited = new ApiError(
      "RATE_LIMITED",
      retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
    );
    expect(problemWords(limited, inEnglish)).toMatch(new RegExp(`${english}$`));
    expect(problemWords(limited, inFrench)).toMatch(new RegExp(`${french}$`));
  });
});
