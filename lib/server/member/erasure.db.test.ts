import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
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
import { exportMember, readableExport } from "./export-member";
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

describe("exportMember", () => {
  it("holds what he wrote and what is said of him, and no visitor", async () => {
    const member = await makeMember(brand);
    const other = await makeMember(brand, { name: "Ingrid" });
    const visitor = await makeVisitor(brand, { firstName: "Marguerite" });
    const chat = await makeChat(brand, visitor, member);
    const message = { brandId: brand.id, chatId: chat.id, sentAt: now, author: "member" as const };
    await db().message.create({
      data: { ...message, seq: 2, clientId: "client-two", memberId: member.id, body: "It survives." },
    });
    await sayInRoom({ member, input: { clientId: "client-three", body: "Mine is fine." }, now });
    await sayInRoom({ member: other, input: { clientId: "client-four", body: "Not his words" }, now });
    const kept = await exportMember({ member, now });
    for (const text of [JSON.stringify(kept), readableExport(kept)]) {
      for (const his of ["It survives.", "Mine is fine.", "Samir H."]) expect(text).toContain(his);
      for (const foreign of ["Marguerite", visitor.id, chat.id, "survive winter", "Not his words"])
        expect(text).not.toContain(foreign);
    }
  });
});
