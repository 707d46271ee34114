import { beforeEach, describe, expect, it } from "vitest";
import { Apply } from "@/lib/domain/recruiting/application-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { application, candidateToken } from "@/lib/server/testing/applications";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { mailsInQueue } from "@/lib/server/testing/mails";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { confirmApplication } from "./confirm-application";
import { forgetCandidate } from "./forget-candidate";
import { getJoinWay } from "./get-join-way";
import { inviteCandidate } from "./invite-candidate";
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
const apply = (more = {}, now = morning) =>
  submitApplication({ brandSlug: brand.slug, input: application(more), now });
const templates = async (email: string) =>
  (await mailsInQueue()).filter(({ to }) => to === email).map(({ template }) => template);
const stagesOf = async (email: string) =>
  (await db().candidate.findMany({ where: { email }, orderBy: { createdAt: "asc" } })).map(
    ({ stage }) => stage,
  );

describe("applying", () => {
  it("waits for the address to be confirmed by its mail, and is there once it was", async () => {
    expect(await apply({ topicIds: [brand.topics.battery.id] })).toEqual({ confirmed: false });
    expect(await stagesOf("hugo@example.com")).toEqual(["unconfirmed"]);
    const token = await candidateToken("hugo@example.com");
    await confirmApplication({ token, now: days(1) });
    await confirmApplication({ token, now: days(2) });
    const hugo = await db().candidate.findFirstOrThrow();
    expect(hugo).toMatchObject({
      stage: "applied",
      source: "application",
      name: "Hugo M.",
      topicIds: [brand.topics.battery.id],
      stageAt: days(1),
    });
  });

  it("refuses links that nobody was sent, and those that are too old", async () => {
    await apply();
    expect(await codeOf(confirmApplication({ token: "no-such", now: morning }))).toBe(
      "APPLICATION_LINK_UNKNOWN",
    );
    const token = await candidateToken("hugo@example.com");
    expect(await codeOf(confirmApplication({ token, now: days(14) }))).toBe("APPLICATION_LINK_OVER");
    expect(await stagesOf("hugo@example.com")).toEqual(["unconfirmed"]);
  });

  it("answers alike for a member's address, and tells it to his mail alone", async () => {
    const samir = await makeMember(brand, { name: "Samir" });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: samir.userId } });
    expect(await apply({ email: email.toUpperCase() })).toEqual(await apply());
    expect(await templates(email)).toEqual(["application-known"]);
    expect(await stagesOf(email)).toEqual([]);
  });

  it("keeps the newest words of an address that applies twice, whichever is confirmed last", async () => {
    await apply({ why: "First." });
    const first = await candidateToken("hugo@example.com");
    await apply({ why: "Second." });
    const second = await candidateToken("hugo@example.com");
    await confirmApplication({ token: first, now: days(1) });
    await confirmApplication({ token: second, now: days(2) });
    const waiting = await db().candidate.findMany();
    expect(waiting.map(({ why, stage }) => [why, stage])).toEqual([["Second.", "applied"]]);
  });

  it("leaves one application of an address, however many are confirmed in one instant", async () => {
    const tokens: string[] = [];
    for (let index = 0; index < 4; index++) {
      await apply({ why: `Words ${index}.` });
      tokens.push(await candidateToken("hugo@example.com"));
    }
    await Promise.all(tokens.map((token) => confirmApplication({ token, now: days(1) })));
    expect(await stagesOf("hugo@example.com")).toEqual(["applied"]);
  });

  it("does not exist for a closed brand, nor for one that keeps its community to itself", async () => {
    await db().brand.update({ where: { id: brand.id }, data: { publishesCommunity: false } });
    expect(await codeOf(apply())).toBe("NOT_FOUND");
    await db().brand.update({
      where: { id: brand.id },
      data: { publishesCommunity: true, deletedAt: morning },
    });
    expect(await codeOf(apply())).toBe("NOT_FOUND");
  });

  it("looks for no campaign where no code can be", async () => {
    const way = (via: unknown) => getJoinWay({ brandId: brand.id, invitation: undefined, via, now: morning });
    expect(await way("\0")).toEqual({ kind: "own" });
    expect(await way(["a"])).toEqual({ kind: "own" });
    expect(Apply.safeParse(application({ campaign: "a\0" })).success).toBe(false);
    expect(Apply.safeParse(application({ campaign: "aZ_-9" })).success).toBe(true);
  });

  it("takes no address that is none, and no topics of another brand", async () => {
    const other = await makeBrand();
    expect(await codeOf(apply({ email: "Hugo <h@example.com>, x" }))).toBe("INVALID_INPUT");
    expect(await codeOf(apply({ topicIds: [other.topics.battery.id] }))).toBe("INVALID_INPUT");
    expect(await db().candidate.count()).toBe(0);
  });
});

describe("an invitation of one's own", () => {
  async function invited(email = "ines@example.com") {
    const found = await db().candidate.create({
      data: {
        brandId: brand.id,
        stage: "found",
        source: "csv",
        name: "Inès",
        email,
        language: "en",
        stageAt: morning,
        createdAt: morning,
      },
    });
    await inviteCandidate({ member: helene, candidateId: found.id, input: { version: 1 }, now: morning });
    return { id: found.id, token: await candidateToken(email) };
  }

  it("proves the address, works once, and never for another brand", async () => {
    const { token } = await invited();
    const other = await makeBrand();
    const way = (brandId: string, now = days(1)) => getJoinWay({ brandId, invitation: token, via: "", now });
    expect(await way(other.id)).toMatchObject({ state: "unknown", email: null });
    expect(await way(brand.id)).toMatchObject({ state: "open", email: "ines@example.com" });
    const elsewhere = { brandSlug: other.slug, input: application({ invitation: token }), now: days(1) };
    expect(await codeOf(submitApplication(elsewhere))).toBe("INVITATION_UNKNOWN");
    expect(await apply({ invitation: token, email: "another@example.com" }, days(1))).toEqual({
      confirmed: true,
    });
    expect(await stagesOf("ines@example.com")).toEqual(["applied"]);
    expect(await codeOf(apply({ invitation: token }, days(1)))).toBe("INVITATION_USED");
    expect(await way(brand.id)).toMatchObject({ state: "accepted" });
  });

  it("is used once by two who press in one instant", async () => {
    const { token } = await invited();
    const outcomes = await Promise.all([1, 2, 3].map(() => codeOf(apply({ invitation: token }, days(1)))));
    expect(outcomes.sort()).toEqual(["INVITATION_USED", "INVITATION_USED", "done"]);
  });

  it("works where the brand keeps its community to itself, for applying and for saying no", async () => {
    await db().brand.update({ where: { id: brand.id }, data: { publishesCommunity: false } });
    const { token } = await invited();
    expect(await codeOf(apply({ invitation: token }, days(1)))).toBe("done");
    const other = await invited("ana@example.com");
    await forgetCandidate({ brandSlug: brand.slug, token: other.token, now: days(1) });
    expect(await stagesOf("ana@example.com")).toEqual([]);
    expect(await codeOf(apply())).toBe("NOT_FOUND");
  });

  it("says that it was used where another application of the address is confirmed in this instant", async () => {
    const { token } = await invited();
    await apply({ email: "ines@example.com" });
    const confirm = await candidateToken("ines@example.com");
    const outcomes = await Promise.all([
      codeOf(apply({ invitation: token }, days(1))),
      codeOf(confirmApplication({ token: confirm, now: days(1) })),
    ]);
    expect(["done", "INVITATION_USED"]).toContain(outcomes[0]);
    expect(outcomes[1]).toBe("done");
    expect((await stagesOf("ines@example.com")).filter((stage) => stage === "applied")).toHaveLength(1);
  });

  it("ends after its days, and gives way to a newer one", async () => {
    const { id, token } = await invited();
    expect(await codeOf(apply({ invitation: token }, days(14)))).toBe("INVITATION_OVER");
    await inviteCandidate({ member: helene, candidateId: id, input: { version: 2 }, now: days(14) });
    expect(await codeOf(apply({ invitation: token }, days(15)))).toBe("INVITATION_UNKNOWN");
    const newer = await candidateToken("ines@example.com");
    expect(await codeOf(apply({ invitation: newer }, days(15)))).toBe("done");
  });

  it("lets somebody say no, and keeps nothing of him", async () => {
    const { id, token } = await invited();
    const same = { brandId: brand.id, source: "csv", name: "Inès", language: "en", stageAt: morning };
    await db().candidate.create({
      data: { ...same, stage: "applied", email: "ines@example.com", createdAt: morning },
    });
    const twin = await db().candidate.create({
      data: { ...same, stage: "merged", mergedIntoId: id, createdAt: morning },
    });
    await db().candidate.create({
      data: { ...same, stage: "merged", mergedIntoId: twin.id, createdAt: morning },
    });
    await db().candidateImport.create({
      data: {
        ...{ brandId: brand.id, kind: "csv", fileName: "list.csv", state: "done", options: {} },
        ...{ report: "2,known,INES@example.com | Inès", createdById: helene.id, createdAt: morning },
      },
    });
    await forgetCandidate({ brandSlug: brand.slug, token, now: days(1) });
    expect(await db().candidate.count()).toBe(0);
    expect(await db().candidateImport.findFirstOrThrow()).toMatchObject({ report: null });
    expect(await codeOf(forgetCandidate({ brandSlug: brand.slug, token, now: days(1) }))).toBe(
      "INVITATION_UNKNOWN",
    );
  });
});
