import { beforeEach, describe, expect, it } from "vitest";
import { ask } from "@/lib/api/testing/ask";
import { PublicChoice } from "@/lib/domain/recognition/public-view";
import { BrandWords, OwnWords } from "@/lib/domain/recognition/words-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { getPublicAward } from "@/lib/server/recognition/get-public-award";
import { getPublicProfile } from "@/lib/server/recognition/get-public-profile";
import { listOwners } from "@/lib/server/recognition/list-owners";
import { listWall } from "@/lib/server/recognition/list-wall";
import { findPublicBrand } from "@/lib/server/recruiting/find-public-brand";
import { getCommunityFigures } from "@/lib/server/recruiting/get-community-figures";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeEndedChat, makeThankedBrand, rate } from "@/lib/server/testing/thanks-world";
import { makeBrand, makeMember, makeVisitor, morning, type TestBrand } from "@/lib/server/testing/world";
import { eraseVisitor } from "@/lib/server/visitor/erase-visitor";

let brand: TestBrand;
let samir: MemberActor;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  ({ brand, samir } = await makeThankedBrand());
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager", isOpen: false });
});

const choose = (by: MemberActor, version: number, change: object) =>
  ask(by, "PATCH", "/profile/public", { version, ...change });
const owners = async (now = morning) =>
  (await listOwners({ brandId: brand.id, now })).map(({ name, presence }) => [name, presence]);
const page = (slug: string, now = morning) => getPublicProfile({ brandId: brand.id, slug, now });

describe("a public page", () => {
  it("is nobody's until he wants it, and closes when he does not any more", async () => {
    const { json } = await ask(samir, "GET", "/profile/public");
    expect(PublicChoice.parse(json)).toMatchObject({ isPublic: false, isOffered: true, version: 0 });
    expect(await owners()).toEqual([]);
    const said = { isPublic: true, line: "If it squeaks, ask me.", place: "Nantes" };
    expect(PublicChoice.parse((await choose(samir, 0, said)).json)).toMatchObject({
      isPublic: true,
      version: 1,
      page: { slug: "samir-h", line: "If it squeaks, ask me." },
    });
    expect(await owners()).toEqual([["Samir H.", null]]);
    expect(await page("samir-h")).toMatchObject({ name: "Samir H.", place: "Nantes", helped: null });
    await choose(samir, 1, { isPublic: false });
    expect([await owners(), await page("samir-h")]).toEqual([[], null]);
    expect((await db().audit.findMany()).map(({ action }) => action)).toEqual(["described", "described"]);
  });

  it("is saved on the version that was seen, by one of several who save at once", async () => {
    const answers = await Promise.all(
      ["One", "Two", "Three"].map((line) => choose(samir, 0, { isPublic: true, line })),
    );
    expect(answers.map(({ code }) => code ?? "fine").sort()).toEqual([
      "CHANGED_MEANWHILE",
      "CHANGED_MEANWHILE",
      "fine",
    ]);
  });

  it("gives each of one name an address of his own, also when they begin at once", async () => {
    const others = await Promise.all([1, 2, 3].map(() => makeMember(brand, { name: "Samir H." })));
    await Promise.all([samir, ...others].map((each) => choose(each, 0, { isPublic: true })));
    const slugs = await db().publicProfile.findMany({ select: { slug: true }, orderBy: { slug: "asc" } });
    expect(slugs.map(({ slug }) => slug)).toEqual(["samir-h", "samir-h-2", "samir-h-3", "samir-h-4"]);
  });

  it("is for owners alone, and says nothing by which one could be reached", async () => {
    expect((await choose(helene, 0, { isPublic: true })).code).toBe("FORBIDDEN");
    expect((await choose(samir, 0, { line: "06 12 34 56 78" })).code).toBe("INVALID_INPUT");
  });

  it.each(["left", "suspended", "training"] as const)("is gone while he is %s", async (status) => {
    await choose(samir, 0, { isPublic: true });
    await db().member.update({ where: { id: samir.id }, data: { status, isOpen: false } });
    expect([await owners(), await page("samir-h")]).toEqual([[], null]);
  });

  it("puts who is here first, and is of its own brand alone", async () => {
    await choose(samir, 0, { isPublic: true });
    const ingrid = await makeMember(brand, { name: "Ingrid S." });
    await choose(ingrid, 0, { isPublic: true });
    const expiresAt = later(morning, 60);
    await db().lease.create({ data: { memberId: ingrid.id, screenId: "screen-one", expiresAt } });
    expect(await owners()).toEqual([
      ["Ingrid S.", "free"],
      ["Samir H.", null],
    ]);
    const other = await makeBrand();
    expect(await listOwners({ brandId: other.id, now: morning })).toEqual([]);
    expect(await getPublicProfile({ brandId: other.id, slug: "samir-h", now: morning })).toBeNull();
  });

  it("shows numbers from sensible counts on, thanks by topic, and of a badge's levels the highest", async () => {
    await choose(samir, 0, { isPublic: true });
    for (let count = 1; count <= 5; count++) {
      const visitor = await makeVisitor(brand);
      await rate(visitor, await makeEndedChat(brand, visitor, samir));
      expect((await page("samir-h"))?.helped).toBe(count < 5 ? null : 5);
    }
    const shown = await page("samir-h");
    expect(shown).toMatchObject({ solved: null, thankedFor: [{ names: { en: "Battery" }, thanks: 5 }] });
    expect(shown?.badges.map(({ badge }) => badge.key).sort()).toEqual(["topic-battery-1", "welcome-1"]);
    const award = await db().award.findFirstOrThrow({ where: { badge: { key: "welcome-1" } } });
    const shared = { brandId: brand.id, slug: "samir-h", awardId: award.id };
    expect(await getPublicAward(shared)).toMatchObject({ owner: "Samir H.", count: 1 });
    await choose(samir, 1, { isPublic: false });
    expect(await getPublicAward(shared)).toBeNull();
  });
});

describe("public numbers", () => {
  const evening = later(morning, 3600);
  const thanked = async (count: number, email?: string) => {
    for (let i = 0; i < count; i++) {
      const visitor = await makeVisitor(brand, { email });
      const anotherDay = later(morning, -i * 24 * 3600);
      await rate(visitor, await makeEndedChat(brand, visitor, samir), {}, anotherDay);
    }
  };
  /** All who were not asked yet say two weeks later whether it still helps. */
  const saidLater = async (answer: "yes" | "partly") => {
    const rated = await db().rating.findMany({ where: { comesBack: null } });
    await db().thanksReturn.createMany({
      data: rated.map(({ id: ratingId, brandId, memberId, visitorId, ratedAt }) => ({
        ...{ ratingId, brandId, memberId, visitorId, answer },
        ...{ askAt: ratedAt, answeredAt: evening },
      })),
    });
  };
  const numbers = async () => {
    const found = await findPublicBrand({ brandSlug: brand.slug });
    const { peopleHelped } = await getCommunityFigures({ brand: found!, now: evening });
    const shown = await page("samir-h", evening);
    return { peopleHelped, helped: shown?.helped, lasting: shown?.lasting, solved: shown?.solved };
  };

  it("leave out thanks that a review holds or refused", async () => {
    await choose(samir, 0, { isPublic: true });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: samir.userId } });
    await thanked(20, email);
    await saidLater("yes");
    const none = { peopleHelped: null, helped: null, lasting: null, solved: null };
    expect(await numbers()).toEqual(none);
    await db().review.updateMany({ data: { outcome: "refused", decidedAt: morning } });
    expect(await numbers()).toEqual(none);
    await thanked(20);
    const solved = { yes: 20, of: 20 };
    await saidLater("partly");
    expect(await numbers()).toEqual({ peopleHelped: 20, helped: 20, lasting: { yes: 0, of: 20 }, solved });
    await db().thanksReturn.updateMany({ data: { answer: "yes" } });
    expect(await numbers()).toEqual({ peopleHelped: 20, helped: 20, lasting: { yes: 20, of: 20 }, solved });
  });
});

describe("the wall of thanks", () => {
  async function thank(words: { words?: string; showsWords?: boolean }, to = samir) {
    const visitor = await makeVisitor(brand);
    await rate(visitor, await makeEndedChat(brand, visitor, to), words);
    return visitor;
  }
  const wall = async () => (await listWall({ brandId: brand.id })).map(({ words }) => words);
  const onlyId = async () => (await db().thanks.findFirstOrThrow()).id;

  it("shows what visitors allowed, masked, and of an owner his name if he wants to be seen", async () => {
    await thank({ words: "Between us" });
    await thank({ showsWords: true });
    await thank({ words: "Call 06 12 34 56 78, it works", showsWords: true });
    const [shown, ...others] = await listWall({ brandId: brand.id });
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ from: "Marie", to: null, topic: { en: "Battery" } });
    expect(shown?.words).toContain("it works");
    expect(shown?.words).not.toContain("06 12");
    await choose(samir, 0, { isPublic: true });
    expect((await listWall({ brandId: brand.id }))[0]?.to).toMatchObject({ slug: "samir-h" });
  });

  it("shows nothing that was said to staff, who are no owners", async () => {
    await thank({ words: "It works", showsWords: true }, helene);
    expect(await wall()).toEqual([]);
    expect(BrandWords.parse((await ask(helene, "GET", "/words")).json).words).toEqual([]);
    expect(OwnWords.parse((await ask(helene, "GET", "/profile/words")).json).words).toMatchObject([
      { words: "It works", isShared: false },
    ]);
  });

  it("forgets the words of a visitor who is erased", async () => {
    const marie = await thank({ words: "It works", showsWords: true });
    expect(await wall()).toEqual(["It works"]);
    await eraseVisitor({ visitorId: marie.id, by: { visitor: marie }, now: morning });
    expect(await wall()).toEqual([]);
  });

  it("loses what its owner takes off, and gets it back from him alone", async () => {
    await thank({ words: "It works", showsWords: true });
    const id = await onlyId();
    const hidden = await ask(samir, "POST", `/profile/words/${id}/hide`);
    expect(OwnWords.parse(hidden.json).words).toMatchObject([{ hidden: "self", isShared: true }]);
    expect(await wall()).toEqual([]);
    await ask(helene, "POST", `/words/${id}/show`);
    expect(await wall()).toEqual([]);
    await ask(samir, "POST", `/profile/words/${id}/show`);
    expect(await wall()).toEqual(["It works"]);
  });

  it("loses what a manager takes off, which its owner cannot put back; the journal knows", async () => {
    await thank({ words: "It works", showsWords: true });
    const id = await onlyId();
    await Promise.all([1, 2].map(() => ask(helene, "POST", `/words/${id}/hide`)));
    await ask(samir, "POST", `/profile/words/${id}/show`);
    expect(await wall()).toEqual([]);
    const { json } = await ask(helene, "GET", "/words");
    expect(BrandWords.parse(json).words).toMatchObject([{ hidden: "manager", to: "Samir H." }]);
    await ask(helene, "POST", `/words/${id}/show`);
    expect(await wall()).toEqual(["It works"]);
    expect((await db().audit.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
      "thanks-hidden",
      "thanks-shown",
    ]);
  });

  it("is looked after by nobody else", async () => {
    await thank({ words: "It works", showsWords: true });
    const id = await onlyId();
    const ingrid = await makeMember(brand, { name: "Ingrid S." });
    const stranger = await makeMember(await makeBrand(), { role: "admin" });
    expect((await ask(ingrid, "POST", `/profile/words/${id}/hide`)).status).toBe(404);
    expect((await ask(ingrid, "POST", `/words/${id}/hide`)).status).toBe(403);
    expect((await ask(stranger, "POST", `/words/${id}/hide`)).status).toBe(404);
    expect(await wall()).toEqual(["It works"]);
  });
});
