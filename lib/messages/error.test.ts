import { describe, expect, it } from "vitest";
import { errorStatus } from "@/lib/domain/error";
import { locales } from "@/lib/domain/locale";
import { messagesFor } from "@/lib/messages/load";

describe.each(locales)("error sentences in %s", (locale) => {
  it("has one for every refusal, one for a server out of reach, and none for what nobody says", async () => {
    const { error } = await messagesFor(locale, ["error"]);
    expect(Object.keys(error).sort()).toEqual([...Object.keys(errorStatus), "OFFLINE"].sort());
  });

  it("says more than that something is wrong: at least two sentences, or a way on", async () => {
    const { error } = await messagesFor(locale, ["error"]);
    for (const [code, sentence] of Object.entries(error))
      expect(sentence.split(/[.;,] /).length, code).toBeGreaterThan(1);
  });
});
