import { describe, expect, it } from "vitest";
import type { Mail } from "@/lib/server/mail/mail";
import { renderMail } from "@/lib/server/mail/render-mail";

const url = "https://help.example.com/a/token";

function received(data: Partial<Extract<Mail, { template: "left-received" }>["data"]> = {}): Mail {
  return {
    to: "marie@example.com",
    locale: "en",
    template: "left-received",
    data: {
      brand: "Volt & Vélo",
      question: "Does it survive winter?",
      answerBy: "2026-03-11T09:00:00.000Z",
      timeZone: "Europe/Paris",
      url,
      ...data,
    },
  };
}

const answered = (data: { brand?: string; question?: string; helper?: string } = {}): Mail => ({
  to: "marie@example.com",
  locale: "fr",
  template: "left-answer",
  data: { brand: "Volt & Vélo", question: "Et l’hiver ?", helper: "Julien M.", url, ...data },
});

const signIn: Mail = {
  to: "nadia@example.com",
  locale: "en",
  template: "sign-in",
  data: { url: "https://help.example.com/sign-in/confirm?token=a&email=b", host: "help.example.com" },
};

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</blockquote></body><iframe srcdoc='<script>'>",
  "{question} {count, plural, other {x}} '{' <b>",
  "&lt;script&gt;",
];

describe("renderMail", () => {
  it("says by when, in the brand's time zone and the reader's language", async () => {
    expect((await renderMail(received())).text).toContain("by Wednesday 11 March at 10:00.");
    const french = await renderMail({ ...received(), locale: "fr" } as Mail);
    expect(french.text).toContain("d’ici mercredi 11 mars à 10:00.");
  });

  it.each([
    ["sign-in", signIn, "https://help.example.com/sign-in/confirm?token=a&email=b"],
    ["left-received", received(), url],
    ["left-answer", answered(), url],
  ])("carries the link of %s, whole in the text and escaped in the HTML", async (_, mail, link) => {
    const { text, html } = await renderMail(mail);
    expect(text.split(/\s+/)).toContain(link);
    expect(html).toContain(`href="${link.replaceAll("&", "&amp;")}"`);
  });

  it("quotes every line of the question", async () => {
    const { text } = await renderMail(received({ question: "First?\nSecond?" }));
    expect(text).toContain("\n> First?\n> Second?\n");
  });

  it.each(hostile)("keeps %j a text", async (payload) => {
    const tags = (html: string) => html.match(/<[^>]*>/g);
    const plain = await renderMail(answered());
    const { html, text } = await renderMail(answered({ brand: payload, question: payload, helper: payload }));
    expect(tags(html)).toEqual(tags(plain.html));
    expect(text).toContain(`> ${payload}`);
  });

  it("keeps the subject one line, whatever the brand is called", async () => {
    const brand = "Volt\r\nBcc: mallory@example.net\u2028\u0000\n\nX: y";
    const { subject } = await renderMail(answered({ brand }));
    expect(subject).toBe("Volt Bcc: mallory@example.net X: y a répondu à votre question");
    expect((await renderMail(answered({ brand: "é".repeat(500) }))).subject).toHaveLength(200);
  });
});
