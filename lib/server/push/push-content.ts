import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/domain/locale";
import { mask } from "@/lib/domain/mask/mask";
import { noteSubject, type PushMessage, type PushNote } from "@/lib/domain/push/schema";
import { messagesFor } from "@/lib/messages/load";
import type { Messages } from "@/lib/messages/messages";
import { db } from "@/lib/server/database";
import { offerContent } from "./offer-content";
import type { PushReader } from "./push-reader";

/** What a message says, how long it is worth delivering, and how much a device should be disturbed for it (RFC 8030). */
export type PushContent = { message: PushMessage; ttlSeconds: number; urgency: "high" | "normal" | "low" };

const hour = 3_600;
const day = 24 * hour;
/** Lock screens show a line or two. */
const mostLetters = 140;

const shortened = (text: string) =>
  text.length > mostLetters ? `${text.slice(0, mostLetters - 1).trimEnd()}…` : text;

async function pushWords(locale: Locale) {
  const messages = (await messagesFor(locale, ["push"])) as Messages;
  return createTranslator<Messages, "push">({ locale, messages, namespace: "push", timeZone: "UTC" });
}

/**
 * A note in the words of its reader: of a visitor no more than the reader may read. Null when it is not true any more: the
 * offer is gone, the question answered, the hour over.
 */
export async function pushContent(
  note: PushNote,
  reader: PushReader,
  now: Date,
): Promise<PushContent | null> {
  const { brand, locale } = reader;
  const t = await pushWords(locale);
  const content = (
    words: { title: string; body: string; path: string },
    worth: Pick<PushContent, "ttlSeconds" | "urgency">,
  ): PushContent => ({
    message: {
      kind: note.kind,
      ...words,
      lang: locale,
      tag: `${brand.slug} ${note.kind} ${noteSubject(note)}`.trim(),
    },
    ...worth,
  });
  const desk = `/${brand.slug}/desk`;
  switch (note.kind) {
    case "offers": {
      const offer = await offerContent(note.offerId, reader, now);
      if (!offer) return null;
      return content(
        {
          title: t("offers.title", { brand: brand.name }),
          body: shortened(offer.text),
          path: `${desk}?offer=${note.offerId}`,
        },
        { ttlSeconds: offer.seconds, urgency: "high" },
      );
    }
    case "left": {
      const question = await db().question.findFirst({
        where: { id: note.questionId, brandId: brand.id },
        select: { text: true, turns: { where: { answeredAt: null }, take: 1, select: { id: true } } },
      });
      if (!question || question.turns.length === 0) return null;
      const text = reader.kind === "owner" ? mask(question.text) : question.text;
      const which = note.isReply ? "reply" : "left";
      return content(
        { title: t(`${which}.title`, { brand: brand.name }), body: shortened(text), path: desk },
        { ttlSeconds: 4 * hour, urgency: "normal" },
      );
    }
    case "thanks": {
      const rating = await db().rating.findFirst({
        where: { id: note.ratingId, memberId: reader.memberId },
        select: { stars: true, visitor: { select: { firstName: true } } },
      });
      if (!rating) return null;
      const { firstName } = rating.visitor;
      const name = firstName && (reader.kind === "owner" ? mask(firstName) : firstName);
      return content(
        {
          title: name ? t("thanks.title", { name }) : t("thanks.titleSomeone"),
          body: t("thanks.body", { stars: rating.stars, brand: brand.name }),
          path: desk,
        },
        { ttlSeconds: 2 * day, urgency: "normal" },
      );
    }
    case "badges":
      return content(
        { title: t("badges.title"), body: note.badge[locale], path: desk },
        { ttlSeconds: 2 * day, urgency: "low" },
      );
    case "room":
      return content(
        {
          title: note.from ? t("room.title", { name: note.from }) : t("room.titleSomeone"),
          body: t("room.body", { brand: brand.name }),
          path: `/${brand.slug}${note.path}`,
        },
        { ttlSeconds: hour, urgency: "normal" },
      );
    case "letters":
      return content(
        {
          title: t("letters.title", { brand: brand.name }),
          body: t("letters.body"),
          path: `/${brand.slug}${note.path}`,
        },
        { ttlSeconds: 7 * day, urgency: "low" },
      );
    case "habit": {
      const left = (Date.parse(note.until) - now.getTime()) / 1000;
      if (left <= 0 || reader.isOpen || !reader.mayOpen) return null;
      return content(
        { title: t("habit.title"), body: t("habit.body", { brand: brand.name }), path: desk },
        { ttlSeconds: Math.min(hour, Math.ceil(left)), urgency: "low" },
      );
    }
  }
}
