import { beforeEach, describe, expect, it } from "vitest";
import type { CreateCampaign } from "@/lib/domain/recruiting/campaign-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { visitorChat } from "@/lib/server/chat/visitor-chat";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { application, candidateToken, makeApplicant } from "@/lib/server/testing/applications";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { mailsInQueue } from "@/lib/server/testing/mails";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { confirmApplication } from "./confirm-application";
import { createCampaign } from "./create-campaign";
import { forgetCandidates } from "./forget-candidates";
import { getCandidate } from "./get-candidate";
import { getJoinWay } from "./get-join-way";
import { inviteCandidate } from "./invite-candidate";
import { listCampaigns, setCampaignEnded } from "./list-campaigns";
import { listCandidates } from "./list-candidates";
import { mergeCandidates, unmergeCandidate } from "./merge-candidates";
import { submitApplication } from "./submit-application";

let brand: TestBrand;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

const days = (count: number) => later(morning, count * 86_400);
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    ({ code }) => code,
  );
const create = (more: Partial<CreateCampaign> = {}, now = morning) =>
  createCampaign({
    member: helene,
    input: {
      kind: "link",
      name: "Spring",
      topicIds: [],
      mostUses: null,
      expiresAt: null,
      addresses: [],
      language: "en",
      ...more,
    },
    now,
  });
const codeOfCampaign = async (id: string) => (await db().campaign.findUniqueOrThrow({ where: { id } })).code;
async function applyVia(code: string, email: string, now = morning) {
  const input = application({ email, campaign: code });
  await submitApplication({ brandSlug: brand.slug, input, now });
  return candidateToken(email);
}

describe("a campaign's link", () => {
  it("counts who confirms, up to its limit, and loses nobody's application past it", async () => {
    const { id } = await create({ mostUses: 2 });
    const code = await codeOfCampaign(id);
    const tokens = [];
    for (const name of ["a", "b", "c"]) tokens.push(await applyVia(code, `${name}@example.com`));
    await Promise.all(tokens.map((token) => confirmApplication({ token, now: morning })));
    const [campaign] = await listCampaigns({ member: helene, now: morning });
    expect(campaign).toMatchObject({ uses: 2, mostUses: 2, state: "full" });
    const sources = (await db().candidate.findMany({ where: { stage: "applied" } })).map(
      ({ source }) => source,
    );
    expect(sources.sort()).toEqual(["application", "link", "link"]);
  });

  it("no longer counts once it is over or ended", async () => {
    const { id } = await create({ expiresAt: days(1).toISOString() });
    await applyVia(await codeOfCampaign(id), "late@example.com", days(2));
    expect(await db().candidate.findFirstOrThrow()).toMatchObject({
      source: "application",
      campaignId: null,
    });
    await setCampaignEnded({ member: helene, campaignId: id, isEnded: true, now: days(1) });
    expect(await listCampaigns({ member: helene, now: morning })).toMatchObject([{ state: "ended" }]);
    const stranger = await makeMember(await makeBrand(), { role: "admin" });
    expect(
      await codeOf(setCampaignEnded({ member: stranger, campaignId: id, isEnded: false, now: days(1) })),
    ).toBe("NOT_FOUND");
  });

  it("refuses an end that is over, and addresses that belong to no mail", async () => {
    expect(await codeOf(create({ expiresAt: morning.toISOString() }))).toBe("INVALID_INPUT");
    expect(await codeOf(create({ addresses: ["a@example.com"] }))).toBe("INVALID_INPUT");
    expect(await codeOf(create({ kind: "mail" }))).toBe("INVALID_INPUT");
  });
});

describe("a campaign's mails", () => {
  it("invite each address once, and say whom not and why", async () => {
    await makeApplicant(brand, morning, { email: "hugo@example.com" });
    const addresses = ["ines@example.com", "INES@example.com", "nobody", "hugo@example.com"];
    const made = await create({ kind: "mail", addresses, message: "Remember us?" });
    expect(made.invited).toEqual(["ines@example.com"]);
    expect(made.refused.map(({ reason }) => reason).sort()).toEqual(["address", "applied"]);
    const again = await create({ kind: "mail", addresses: ["ines@example.com"] });
    expect(again.invited).toEqual(["ines@example.com"]);
    expect(await db().candidate.count({ where: { email: "ines@example.com" } })).toBe(1);
    const mails = (await mailsInQueue()).filter(({ template }) => template === "candidate-invitation");
    expect(mails.map(({ to }) => to)).toEqual(["ines@example.com", "ines@example.com"]);
  });

  it("make one candidate of an address that two managers invite in one instant", async () => {
    const addresses = ["a@example.com", "b@example.com"];
    await Promise.all([1, 2, 3].map(() => create({ kind: "mail", addresses })));
    expect(await db().candidate.count()).toBe(2);
  });
});

describe("the question after thanks", () => {
  async function rated(stars: number, role: "expert" | "agent") {
    const visitor = await makeVisitor(brand);
    const helper = await makeMember(brand, { name: "Samir", role, capacity: 2, load: 1 });
    const chat = await makeChat(brand, visitor, helper, { state: "ended", endedAt: morning });
    await db().chat.update({
      where: { id: chat.id },
      data: { state: "ended", endedAt: morning, end: "solved" },
    });
    await db().segment.updateMany({ where: { chatId: chat.id }, data: { state: "ended", endedAt: morning } });
    const input = { segmentId: chat.segment.id, stars, solved: "yes" as const };
    await rateSegment({ visitor, chatId: chat.id, input, now: morning });
    return (await visitorChat({ tx: db(), chatId: chat.id, now: morning })).joinUrl;
  }

  it("is put to whom an owner made wholly content, and to nobody else", async () => {
    expect(await rated(5, "expert")).toBeUndefined();
    const { id } = await create({ kind: "thanks" });
    expect(await rated(5, "expert")).toContain(
      `/community/${brand.slug}/join?via=${await codeOfCampaign(id)}`,
    );
    expect(await rated(4, "expert")).toBeUndefined();
    expect(await rated(5, "agent")).toBeUndefined();
    await setCampaignEnded({ member: helene, campaignId: id, isEnded: true, now: morning });
    expect(await rated(5, "expert")).toBeUndefined();
  });

  it("is one at a time", async () => {
    const outcomes = await Promise.all([1, 2].map(() => codeOf(create({ kind: "thanks" }))));
    expect(outcomes.sort()).toEqual(["NAME_TAKEN", "done"]);
    const set = (campaignId: string, isEnded: boolean) =>
      codeOf(setCampaignEnded({ member: helene, campaignId, isEnded, now: morning }));
    const { id: first } = await db().campaign.findFirstOrThrow();
    await set(first, true);
    const { id: second } = await create({ kind: "thanks" });
    expect(await set(first, false)).toBe("NAME_TAKEN");
    await set(second, true);
    const again = await Promise.all([set(first, false), set(second, false)]);
    expect(again.sort()).toEqual(["NAME_TAKEN", "done"]);
  });
});

describe("who may be the same", () => {
  const found = (name: string, email: string | null, more: { links?: string[]; why?: string } = {}) =>
    db().candidate.create({
      data: {
        ...{ brandId: brand.id, stage: "found", source: "csv", name, email, language: "en", ...more },
        ...{ stageAt: morning, createdAt: morning },
      },
    });

  it("is shown with the reasons, merged on a word alone, and taken apart again", async () => {
    const lena = await found("Léna", null, { why: "Her words" });
    const twin = await found("lena", "lena@example.com", { links: ["https://f.example.org/lena"] });
    const view = () => getCandidate({ member: helene, candidateId: lena.id });
    expect((await view()).duplicates).toMatchObject([{ id: twin.id, reasons: ["name"] }]);
    const list = await listCandidates({ member: helene, filter: { q: "LENA" } });
    expect(list.found).toMatchObject({ count: 2 });
    expect(list.found.candidates.map(({ duplicates }) => duplicates)).toEqual([1, 1]);
    await mergeCandidates({
      member: helene,
      candidateId: lena.id,
      otherId: twin.id,
      version: 1,
      now: morning,
    });
    expect(await view()).toMatchObject({
      email: "lena@example.com",
      why: "Her words",
      links: ["https://f.example.org/lena"],
      duplicates: [],
      merged: [{ id: twin.id }],
    });
    await unmergeCandidate({ member: helene, candidateId: twin.id, now: morning });
    expect(await view()).toMatchObject({ email: null, links: [], why: "Her words", merged: [] });
    expect((await db().candidate.findUniqueOrThrow({ where: { id: twin.id } })).stage).toBe("found");
  });

  const merge = (a: { id: string }, b: { id: string }, version = 1) =>
    mergeCandidates({ member: helene, candidateId: a.id, otherId: b.id, version, now: days(1) });
  const stored = (id: string) => db().candidate.findUniqueOrThrow({ where: { id } });

  it("leaves an application where it stands, whichever of the two shall stay, until it is taken apart", async () => {
    const lena = await found("lena_rides", "old@example.com", { links: ["https://f.example.org/lena"] });
    const hugo = await makeApplicant(brand, morning);
    await merge(lena, hugo);
    const { stageAt, consentAt, name, why, owns } = hugo;
    expect(await stored(lena.id)).toMatchObject({
      ...{ stage: "applied", source: "application", email: "hugo@example.com", language: "en" },
      ...{ stageAt, consentAt, name, why, owns, links: ["https://f.example.org/lena"] },
    });
    await unmergeCandidate({ member: helene, candidateId: hugo.id, now: days(2) });
    const { version: _version, ...was } = lena;
    expect(await stored(lena.id)).toMatchObject(was);
    expect(await stored(hugo.id)).toMatchObject({ stage: "applied", email: "hugo@example.com", name, why });
  });

  it("keeps an invitation's link open through a merge, and gives it back", async () => {
    const lena = await found("Lena", null);
    await create({ kind: "mail", addresses: ["lena@example.com"] });
    const invited = await db().candidate.findFirstOrThrow({ where: { stage: "invited" } });
    const invitation = await candidateToken("lena@example.com");
    const state = async () => {
      const way = await getJoinWay({ brandId: brand.id, invitation, via: undefined, now: days(1) });
      return way.kind === "invitation" ? way.state : null;
    };
    await merge(lena, invited);
    expect([await state(), (await stored(lena.id)).stage]).toEqual(["open", "invited"]);
    await unmergeCandidate({ member: helene, candidateId: invited.id, now: days(1) });
    expect([await state(), (await stored(invited.id)).stage]).toEqual(["open", "invited"]);
    expect(await stored(lena.id)).toMatchObject({ stage: "found", email: null, inviteHash: null });
  });

  it("is not taken apart where the address has been used since", async () => {
    const lena = await found("Lena", null);
    const twin = await found("lena", "lena@example.com");
    const { version } = await merge(lena, twin);
    const invited = await inviteCandidate({
      member: helene,
      candidateId: lena.id,
      input: { version },
      now: days(1),
    });
    const unmerge = () => codeOf(unmergeCandidate({ member: helene, candidateId: twin.id, now: days(1) }));
    expect(await unmerge()).toBe("UNDO_TOO_LATE");
    const other = await makeApplicant(brand, morning);
    await merge(lena, other, invited.version);
    await db().candidate.update({ where: { id: lena.id }, data: { stageAt: days(1) } });
    expect(await codeOf(unmergeCandidate({ member: helene, candidateId: other.id, now: days(1) }))).toBe(
      "UNDO_TOO_LATE",
    );
  });

  it("is merged once by two managers, whichever of the two shall stay", async () => {
    const one = await found("Ana", "ana@example.com");
    const two = await found("Ana", "ana.b@example.com");
    const outcomes = await Promise.all([codeOf(merge(one, two)), codeOf(merge(two, one))]);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(await db().candidate.count({ where: { stage: "merged" } })).toBe(1);
  });

  it("is forgotten in time: the unconfirmed with their link, the others after the brand's days", async () => {
    await found("Old", "old@example.com");
    await submitApplication({ brandSlug: brand.slug, input: application(), now: morning });
    const waiting = await makeApplicant(brand, morning, { email: "waits@example.com" });
    await forgetCandidates({ now: days(13) });
    expect(await db().candidate.count()).toBe(3);
    await forgetCandidates({ now: days(14) });
    expect(await db().candidate.count({ where: { stage: "unconfirmed" } })).toBe(0);
    await forgetCandidates({ now: days(180) });
    expect((await db().candidate.findMany()).map(({ id }) => id)).toEqual([waiting.id]);
  });
});
