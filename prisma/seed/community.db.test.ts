import { beforeAll, describe, expect, it, vi } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { getGuard } from "@/lib/server/guard/get-guard";
import { findMember } from "@/lib/server/member/find-member";
import { listClaims } from "@/lib/server/ownership/list-claims";
import { listCampaigns } from "@/lib/server/recruiting/list-campaigns";
import { listCandidates } from "@/lib/server/recruiting/list-candidates";
import { listImports } from "@/lib/server/recruiting/list-imports";
import { listReviews } from "@/lib/server/review/list-reviews";
import { getDeskRoom } from "@/lib/server/room/get-desk-room";
import { getRoom } from "@/lib/server/room/get-room";
import { demoBrandSlug } from "@/lib/server/site/find-demo-site";
import { resetDatabase } from "@/lib/server/testing/database";
import { getCoachings } from "@/lib/server/training/coaching";
import { listLearners } from "@/lib/server/training/list-learners";
import { seedDemo } from "./demo";

vi.setConfig({ hookTimeout: 120_000 });

let helene: MemberActor;
let nadia: MemberActor;
beforeAll(async () => {
  await resetDatabase();
  await seedDemo({ shopOrigin: "http://127.0.0.1:3000", productOrigin: "http://localhost:3000" });
  [helene, nadia] = [await actorOf("helene@example.com"), await actorOf("nadia@example.com")];
});

async function actorOf(email: string): Promise<MemberActor> {
  const { id: userId } = await db().user.findUniqueOrThrow({ where: { email } });
  const member = await findMember({ userId, brandSlug: demoBrandSlug });
  if (!member) throw new Error(`the demonstration has no ${email}`);
  return member;
}

describe("the demonstration's community", () => {
  it("has somebody in every column, scores with their reasons, and two who may be one", async () => {
    const { found, invited, applied, declined } = await listCandidates({ member: helene, filter: {} });
    expect([found, invited, applied, declined].map(({ count }) => count)).toEqual([3, 2, 3, 1]);
    const scores = found.candidates.map(({ score }) => score ?? 0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.at(-1)).toBeGreaterThan(0);
    const twins = [...found.candidates, ...applied.candidates].filter(({ duplicates }) => duplicates === 1);
    expect(twins.map(({ name }) => name)).toEqual(["Inès F.", "Inès F."]);
    const imports = await listImports({ member: helene });
    expect(imports).toMatchObject([{ kind: "activity", state: "done", added: found.count, refused: 0 }]);
  });

  it("counts for a campaign who came by it", async () => {
    const campaigns = await listCampaigns({ member: helene, now: now() });
    for (const { id, kind, uses, state } of campaigns) {
      expect(state).toBe("open");
      const came = { campaignId: id, stage: { in: ["applied", "accepted", "declined"] } };
      expect(uses).toBe(await db().candidate.count({ where: came }));
      if (kind === "link") expect(uses).toBeGreaterThan(0);
    }
  });

  it("has a newcomer half way through the training, and one on trial whom the rule gave a coach", async () => {
    const { learners } = await listLearners({ member: helene, now: now() });
    expect(learners).toMatchObject([
      { person: { name: "Mats L." }, status: "trial", missing: ["trial"], trial: { done: 3, wanted: 5 } },
      { person: { name: "Solène R." }, status: "training", missing: ["practice", "quiz"], coach: null },
    ]);
    expect(learners[0]?.coach?.id).toBe(nadia.id);
    const coached = await getCoachings({ member: nadia, now: now() });
    expect(coached.learners).toMatchObject([
      { talks: { length: 3 }, notes: { length: 1 }, mayConfirm: false },
    ]);
  });

  it("talks in its back room, with something new for Nadia and nothing that her desk has to tell", async () => {
    const room = await getRoom({ member: nadia, now: now() });
    expect(room.messages.map(({ seq }) => seq)).toEqual(room.messages.map((_, index) => index + 1));
    expect(room.lastSeq).toBe(room.messages.length);
    expect(room.self.readSeq).toBeLessThan(room.lastSeq);
    expect(room.announcements).toHaveLength(1);
    expect((await getDeskRoom({ member: nadia, now: now() })).announcement).toBeNull();
  });

  it("has claims and thanks that wait for a manager; what waits earns nothing", async () => {
    expect(await listClaims({ member: helene })).toHaveLength(2);
    const { open } = await listReviews({ member: helene, now: now() });
    expect(open).toMatchObject([
      { kind: "network", thanks: [{ counts: true }, { counts: true }, { from: "Clara", counts: false }] },
    ]);
    const rulings = await db().factRuling.findMany({ include: { fact: true } });
    expect(rulings).toMatchObject([{ counts: false, fact: { sourceId: open[0]?.thanks[2]?.id } }]);
  });

  it("says nothing that the guard of volunteers would find", async () => {
    expect((await getGuard({ member: helene, now: now() })).findings).toEqual([]);
  });
});
