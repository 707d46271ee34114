import type { VisitorActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { answerToken, answerTokenHash } from "@/lib/server/question/answer-token";
import { openTurn } from "@/lib/server/question/left-turn";
import { makeQuestion, morning, type TestBrand } from "./world";

/** A question about batteries that was left this morning, with a day to answer it and an address; and its link's token. */
export async function makeLeft(
  brand: TestBrand,
  visitor: VisitorActor,
  data: NonNullable<Parameters<typeof makeQuestion>[2]> = {},
) {
  const answerBy = later(morning, 24 * 3600);
  const question = await makeQuestion(brand, visitor, {
    state: "left",
    leftAt: morning,
    answerBy,
    leftEmail: "marie@example.com",
    ...data,
  });
  const token = answerToken(question.id);
  await db().question.update({
    where: { id: question.id },
    data: { answerTokenHash: answerTokenHash(token) },
  });
  await openTurn({ tx: db(), brandId: brand.id, questionId: question.id, answerBy, now: morning });
  return { ...question, token };
}
