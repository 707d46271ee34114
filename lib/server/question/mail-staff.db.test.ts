import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { mailsInQueue } from "@/lib/server/testing/mails";
import { makeBrand, makeChat, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";
import { leaveQuestion } from "./leave-question";

beforeEach(async () => {
  await resetDatabase();
  hearEvents();
});

const emailOf = async ({ userId }: { userId: string }) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).email;

it("tells staff who are not there that a question was left, if they want to know", async () => {
  const brand = await makeBrand();
  const away = { isOpen: false };
  const julien = await makeMember(brand, { name: "Julien", role: "agent", ...away });
  await makeMember(brand, { name: "Ingrid", role: "expert", ...away });
  await makeMember(brand, { name: "Quiet", role: "manager", notifications: { leftMail: false }, ...away });
  await makeMember(brand, { name: "Gone", role: "agent", status: "left", ...away });
  await makePresent(brand, { name: "Hélène", role: "manager", ...away });
  const { visitor, question } = await askAbout(brand, morning);
  await leaveQuestion({ visitor, questionId: question.id, email: "marie@example.com", now: morning });
  const told = (await mailsInQueue()).filter(({ template }) => template === "left-question");
  expect(told).toMatchObject([
    {
      to: await emailOf(julien),
      visitorId: visitor.id,
      data: { brand: "Volt & Vélo", question: "Does the battery survive winter?" },
    },
  ]);
});

it("tells a member of his thanks only when he asked for it", async () => {
  const brand = await makeBrand();
  const thank = async (notifications: Record<string, boolean>) => {
    const member = await makeMember(brand, { notifications });
    const visitor = await makeVisitor(brand);
    const { segment } = await makeChat(brand, visitor, member);
    await db().segment.update({ where: { id: segment.id }, data: { state: "ended", endedAt: morning } });
    const input = { segmentId: segment.id, stars: 5, solved: "yes" as const };
    await rateSegment({ visitor, chatId: segment.chatId, input, now: morning });
    return (await mailsInQueue()).filter(({ template }) => template === "thanks").map(({ to }) => to);
  };
  expect(await thank({})).toEqual([]);
  expect(await thank({ thanksMail: true })).toHaveLength(1);
});
