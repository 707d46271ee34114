import { beforeEach, describe, expect, it } from "vitest";
import type { SystemLine } from "@/lib/domain/chat/view";
import { recordAudit } from "@/lib/server/audit/record-audit";
import { addLine } from "@/lib/server/chat/add-line";
import { later } from "@/lib/server/clock";
import { commit } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { getRoom } from "@/lib/server/room/get-room";
import { sayInRoom } from "@/lib/server/room/say-in-room";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { cancelErasure } from "./cancel-erasure";
import { eraseMembers } from "./erase-members";
import { findMember } from "./find-member";
import { leaveBrand } from "./leave-brand";
import { listErasures } from "./list-erasures";
import { requestErasure } from "./request-erasure";

const now = morning;
const afterwards = later(now, 31 * 86_400);
let brand: TestBrand;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
});

const status = async (id: string) => (await db().member.findUniqueOrThrow({ where: { id } })).status;

describe("being erased", () => {
  it("leaves at once, can be taken back by himself until the day, by one of two at once", async () => {
    const member = await makeMember(brand, { status: "trial" });
    const { userId } = member;
    await requestErasure({ member, now });
    expect(await findMember({ userId, brandSlug: brand.slug })).toBeNull();
    expect(await listErasures({ userId, now })).toMatchObject([{ brandSlug: brand.slug }]);
    await eraseMembers({ now: later(now, 86_400) });
    const back = () => cancelErasure({ userId, brandSlug: brand.slug, now });
    const outcomes = await Promise.allSettled([back(), back()]);
    expect(outcomes.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await status(member.id)).toBe("trial");
    expect(await listErasures({ userId, now })).toEqual([]);
    await eraseMembers({ now: afterwards });
    expect(await findMember({ userId, brandSlug: brand.slug })).toMatchObject({ displayName: "Samir H." });
  });

  it("is nobody else's to take back, and not to be taken back once it is final", async () => {
    const member = await makeMember(brand);
    const other = await makeMember(brand, { name: "Ingrid" });
    await requestErasure({ member, now });
    const refused = { code: "NOT_FOUND" };
    await expect(cancelErasure({ userId: other.userId, brandSlug: brand.slug, now })).rejects.toMatchObject(
      refused,
    );
    await expect(
      cancelErasure({ userId: member.userId, brandSlug: brand.slug, now: afterwards }),
    ).rejects.toMatchObject(refused);
  });

  it("leaves the history readable under one name, and nothing of him anywhere else", async () => {
    const member = await makeMember(brand, { name: "Zebulon Q." });
    const reader = await makeMember(brand, { name: "Nadia B." });
    const { email } = await db().user.update({
      where: { id: member.userId },
      data: { email: "zebulon@example.com", name: "Zebulon" },
    });
    await sayInRoom({ member, input: { clientId: "client-one", body: "Keep it inside." }, now });
    const chat = await makeChat(brand, await makeVisitor(brand), member);
    await db().ownership.create({ data: { memberId: member.id, product: "Volt 3", since: now } });
    await requestErasure({ member, now });
    await Promise.all([eraseMembers({ now: afterwards }), eraseMembers({ now: afterwards })]);
    const { messages } = await getRoom({ member: reader, now: afterwards });
    expect(messages).toMatchObject([{ body: "Keep it inside." }]);
    expect(messages[0]?.author?.name).toMatch(/^Former owner [A-Z]{4}$/);
    expect(await db().segment.count({ where: { chatId: chat.id, memberId: member.id } })).toBe(1);
    expect(await db().ownership.count()).toBe(0);
    expect(await db().user.count({ where: { email } })).toBe(0);
    const [found] = await db().$queryRaw<{ left: bigint }[]>`
      SELECT (SELECT count(*) FROM members m WHERE m::text ILIKE '%zebulon%')
        + (SELECT count(*) FROM users u WHERE u::text ILIKE '%zebulon%')
        + (SELECT count(*) FROM audits a WHERE a::text ILIKE '%zebulon%') AS left`;
    expect(Number(found?.left)).toBe(0);
  });

  it("leaves his name in no line of a chat that he took, was named for, or had under another name", async () => {
    const member = await makeMember(brand, { name: "Zebulon Q." });
    const nadia = await makeMember(brand, { name: "Nadia B." });
    await recordAudit(db(), {
      brandId: brand.id,
      actorId: member.id,
      action: "described",
      subject: `member:${member.id}`,
      before: { displayName: "Zebedee" },
      after: { displayName: "Zebulon Q." },
      at: now,
    });
    const line = (chatId: string, key: string, system: SystemLine) =>
      commit((tx, emit) => addLine({ tx, emit, chatId, key, line: system, now }));
    const his = await makeChat(brand, await makeVisitor(brand), member);
    await line(his.id, "a", { kind: "joined", name: "Zebedee", helper: "owner", seconds: 4 });
    const handed = { kind: "handed_over", capsule: "Brakes", to: "owners", reason: null } as const;
    await line(his.id, "b", { ...handed, name: "Zebulon Q.", toName: "Nadia B." });
    const hers = await makeChat(brand, await makeVisitor(brand), nadia);
    await line(hers.id, "c", { ...handed, name: "Nadia B.", toName: "Zebulon Q." });
    const { questionId } = await db().chat.findUniqueOrThrow({ where: { id: hers.id } });
    const times = { madeAt: now, expiresAt: now, closedAt: now };
    await db().offer.create({
      data: {
        ...{ brandId: brand.id, questionId, memberId: member.id, round: 1, wave: 1, reserves: false },
        ...{ state: "declined", ...times },
      },
    });
    await requestErasure({ member, now });
    await eraseMembers({ now: afterwards });
    const lines = await db().message.findMany({ where: { author: "system" }, orderBy: { clientId: "asc" } });
    const former = expect.stringMatching(/^Former owner [A-Z]{4}$/);
    expect(lines.map(({ system }) => system)).toMatchObject([
      { kind: "joined", name: former },
      { kind: "handed_over", name: former, toName: "Nadia B." },
      { kind: "handed_over", name: "Nadia B.", toName: former },
      { kind: "left" },
      { kind: "lost", name: former },
    ]);
    const [found] = await db().$queryRaw<{ left: bigint }[]>`
      SELECT (SELECT count(*) FROM messages m WHERE m::text ILIKE '%zeb%')
        + (SELECT count(*) FROM audits a WHERE a::text ILIKE '%zeb%') AS left`;
    expect(Number(found?.left)).toBe(0);
  });

  it("leaves in the journal that something was changed, and the journal closed to everybody else", async () => {
    const [member, nadia] = [await makeMember(brand), await makeMember(brand)];
    const entry = { brandId: brand.id, actorId: member.id, action: "described", at: now };
    const words = { before: { line: "Old" }, after: { line: "New" } };
    for (const { id } of [member, nadia])
      await recordAudit(db(), { ...entry, ...words, subject: `member:${id}` });
    await requestErasure({ member, now });
    await eraseMembers({ now: afterwards });
    const described = await db().audit.findMany({ where: { action: "described" }, orderBy: { id: "asc" } });
    expect(described).toMatchObject([
      { ...entry, subject: `member:${member.id}`, before: null, after: null },
      { ...entry, ...words, subject: `member:${nadia.id}` },
    ]);
    for (const changed of ["before = NULL, after = NULL", "action = 'removed'"])
      await expect(db().$executeRawUnsafe(`UPDATE audits SET ${changed}`)).rejects.toThrow("append only");
  });

  it("takes with him what is kept of him as a candidate, also what was merged into it", async () => {
    const member = await makeMember(brand, { name: "Zebulon Q." });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: member.userId } });
    const candidate = { brandId: brand.id, source: "csv", name: "Zebulon", language: "en", stageAt: now };
    const accepted = await db().candidate.create({
      data: { ...candidate, stage: "accepted", memberId: member.id, email: "z@example.com", createdAt: now },
    });
    await db().candidate.create({
      data: { ...candidate, stage: "merged", mergedIntoId: accepted.id, createdAt: now },
    });
    const file = {
      brandId: brand.id,
      kind: "csv",
      fileName: "a.csv",
      state: "done",
      options: {},
      createdById: "x",
    };
    await db().candidateImport.create({
      data: { ...file, report: `2,known,${email.toUpperCase()} | Zebulon`, createdAt: now },
    });
    await requestErasure({ member, now });
    await eraseMembers({ now: afterwards });
    expect(await db().candidate.count()).toBe(0);
    expect(await db().candidateImport.findFirstOrThrow()).toMatchObject({ report: null });
  });

  it("is asked for in the step in which he leaves, so that no failure between the two loses it", async () => {
    const member = await makeMember(brand);
    await db().$executeRaw`
      ALTER TABLE members ADD CONSTRAINT in_one_step CHECK (status <> 'left' OR erase_at IS NOT NULL)`;
    try {
      const eraseAt = await requestErasure({ member, now });
      const { id } = member;
      expect(await db().member.findUniqueOrThrow({ where: { id } })).toMatchObject({
        status: "left",
        eraseAt,
      });
    } finally {
      await db().$executeRaw`ALTER TABLE members DROP CONSTRAINT in_one_step`;
    }
  });

  it("keeps the account of who is somewhere else, too", async () => {
    const member = await makeMember(brand);
    const elsewhere = await makeBrand();
    await db().member.create({
      data: {
        brandId: elsewhere.id,
        userId: member.userId,
        role: "expert",
        displayName: "Samir",
        languages: [],
      },
    });
    await requestErasure({ member, now });
    await eraseMembers({ now: afterwards });
    expect(await db().user.count({ where: { id: member.userId } })).toBe(1);
    expect(await findMember({ userId: member.userId, brandSlug: elsewhere.slug })).not.toBeNull();
  });

  it("forgets the wish of who came back by an invitation and leaves again, without it", async () => {
    const member = await makeMember(brand);
    const { id } = member;
    await requestErasure({ member, now });
    await db().member.update({ where: { id }, data: { status: "active", removedAt: null } });
    await eraseMembers({ now: afterwards });
    await leaveBrand({ member, now: afterwards });
    await eraseMembers({ now: later(afterwards, 86_400) });
    expect(await db().member.findUniqueOrThrow({ where: { id } })).toMatchObject({
      displayName: "Samir H.",
      erasedAt: null,
    });
  });

  it("is refused to the last admin", async () => {
    const member = await makeMember(brand, { role: "admin" });
    await expect(requestErasure({ member, now })).rejects.toMatchObject({ code: "LAST_ADMIN" });
    expect(await status(member.id)).toBe("active");
  });
});
