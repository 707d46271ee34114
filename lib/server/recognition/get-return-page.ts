import { mask } from "@/lib/domain/mask/mask";
import { initialsOf, tintOf } from "@/lib/domain/member/appearance";
import { helperKind } from "@/lib/domain/member/role";
import type { ReturnPage } from "@/lib/domain/recognition/return-view";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { pictureAddress } from "@/lib/server/picture/picture-address";
import { findReturn } from "./find-return";

/** What the link of the mail shows; refuses like `findReturn`. */
export async function getReturnPage({ token, now }: { token: string; now: Date }): Promise<ReturnPage> {
  const { id } = await findReturn({ tx: db(), token, now });
  const { member, rating, answer, words, stoppedAt } = await db().thanksReturn.findUniqueOrThrow({
    where: { id },
    include: {
      member: { include: { brand: { select: { name: true } } } },
      rating: {
        include: {
          chat: { select: { question: { select: { text: true, language: true, topic: true } } } },
          thanks: { select: { hiddenAt: true } },
        },
      },
    },
  });
  const { question } = rating.chat;
  const isShown = rating.showsWords && rating.words !== null && rating.thanks?.hiddenAt === null;
  return {
    brandName: member.brand.name,
    language: question.language,
    helper: {
      name: member.displayName,
      kind: helperKind(member.role),
      initials: initialsOf(member.displayName),
      tint: tintOf(member.id),
      pictureUrl: pictureAddress(member.pictureKey) ?? null,
    },
    topic: question.topic ? Names.parse(question.topic.names) : null,
    question: question.text,
    helpedAt: rating.ratedAt.toISOString(),
    answer,
    words,
    shownWords: isShown ? mask(rating.words ?? "") : null,
    isStopped: stoppedAt !== null,
  };
}
