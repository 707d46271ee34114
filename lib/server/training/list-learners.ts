import { Names } from "@/lib/domain/schema";
import type { Learners, Observed } from "@/lib/domain/training/view";
import { isObserved } from "@/lib/domain/trust/level";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { readTrust } from "@/lib/server/trust/read-trust";
import { expertsWhoCoach } from "./coach-for";
import { learnerSelect, learnerViews, personMark, personSelect } from "./progress";
import { readCourse } from "./read-course";

/** Everybody of the brand who learns, those who wait longest first, and who could be their coach. */
export async function listLearners({ member, now }: { member: MemberActor; now: Date }): Promise<Learners> {
  const { brandId } = member;
  const tx = db();
  const [{ course }, rows, experts, staff] = await Promise.all([
    readCourse({ tx, brandId }),
    tx.member.findMany({
      where: { brandId, status: { in: ["training", "trial"] } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: learnerSelect,
    }),
    expertsWhoCoach({ tx, brandId, now }),
    tx.member.findMany({
      where: { brandId, role: { not: "expert" }, status: "active" },
      orderBy: [{ displayName: "asc" }, { id: "asc" }],
      select: { ...personSelect, _count: { select: { coaches: { where: { endedAt: null } } } } },
    }),
  ]);
  return {
    learners: await learnerViews({ tx, rows, wanted: course.trialTalks }),
    coaches: [...experts, ...staff].map((row) => ({ ...personMark(row), learners: row._count.coaches })),
  };
}

const mostObserved = 20;
const observedDays = 7;

/** The running talks of those who are observed, and the last ones of a week: for whoever looks after them. */
export async function listObserved({ member, now }: { member: MemberActor; now: Date }): Promise<Observed> {
  const { brandId } = member;
  const trust = await readTrust({ tx: db(), brandId, now });
  const observed = [...trust].filter(([, { level }]) => isObserved(level)).map(([id]) => id);
  const segments = await db().segment.findMany({
    where: {
      brandId,
      memberId: { in: observed },
      startedAt: { gt: later(now, -observedDays * 86_400) },
    },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: mostObserved,
    select: {
      state: true,
      startedAt: true,
      member: { select: personSelect },
      chat: {
        select: { question: { select: { id: true, text: true, topic: { select: { names: true } } } } },
      },
    },
  });
  return {
    talks: segments
      .map(({ state, startedAt, member: person, chat }) => ({
        questionId: chat.question.id,
        person: personMark(person),
        question: chat.question.text,
        topic: chat.question.topic ? Names.parse(chat.question.topic.names) : null,
        isOpen: state === "open",
        startedAt: startedAt.toISOString(),
      }))
      .toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen)),
  };
}
