import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { authoriseChannels } from "@/lib/server/event/authorise-channels";
import { resetDatabase } from "@/lib/server/testing/database";
import { askAbout, makePresent, ringing, untrueLoads } from "@/lib/server/testing/flow";
import { hearEvents } from "@/lib/server/testing/heard";
import { serveRealtime } from "@/lib/server/testing/realtime-server";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { changeMember } from "./change-member";
import { findMember } from "./find-member";
import { leaveBrand } from "./leave-brand";
import { listRemoved } from "./list-removed";
import { removeMember } from "./remove-member";
import { restoreMember } from "./restore-member";
import { undoMemberChange } from "./undo-member-change";

let brand: TestBrand;
let alix: MemberActor;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
  alix = await makeMember(brand, { name: "Alix", role: "admin", isOpen: false });
});

const now = later(morning, 60);
const days = (count: number) => later(now, count * 86_400);
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    ({ code }) => code,
  );
const rowOf = ({ id }: { id: string }) => db().member.findUniqueOrThrow({ where: { id } });
const admins = () => db().member.count({ where: { brandId: brand.id, role: "admin", status: "active" } });
const demote = (member: MemberActor, memberId: string, version = 1) =>
  changeMember({ member, memberId, input: { version, role: "manager" }, now });

describe("the last admin", () => {
  it("keeps his role and his place", async () => {
    expect(await codeOf(demote(alix, alix.id))).toBe("LAST_ADMIN");
    expect(await codeOf(leaveBrand({ member: alix, now }))).toBe("LAST_ADMIN");
    const zoe = await makeMember(brand, { name: "Zoé", role: "admin", status: "suspended" });
    expect(await codeOf(leaveBrand({ member: alix, now }))).toBe("LAST_ADMIN");
    await db().member.update({ where: { id: zoe.id }, data: { status: "active" } });
    expect(await codeOf(leaveBrand({ member: alix, now }))).toBe("done");
    expect(await admins()).toBe(1);
  });

  it.each(["demote", "remove", "leave"] as const)("is left when two %s at once", async (what) => {
    for (let round = 0; round < 5; round += 1) {
      const zoe = await makeMember(brand, { name: "Zoé", role: "admin" });
      const version = (await rowOf(alix)).version;
      const run = (actor: MemberActor, other: MemberActor, at: number) =>
        what === "demote"
          ? demote(actor, other.id, at)
          : what === "remove"
            ? removeMember({ member: actor, memberId: other.id, now })
            : leaveBrand({ member: actor, now });
      const codes = await Promise.all([codeOf(run(alix, zoe, 1)), codeOf(run(zoe, alix, version))]);
      expect(codes.filter((code) => code === "done")).toHaveLength(1);
      expect(await admins()).toBe(1);
      await db().member.updateMany({ where: { id: alix.id }, data: { role: "admin", status: "active" } });
      await db().member.deleteMany({ where: { id: zoe.id } });
    }
  });
});

describe("a member who is removed", () => {
  it("is nobody from then on: his next request finds no member, his channels are refused", async () => {
    const samir = await makePresent(brand);
    await removeMember({ member: alix, memberId: samir.id, now });
    expect(await rowOf(samir)).toMatchObject({ status: "left", isOpen: false, removedAt: now });
    expect(await findMember({ userId: samir.userId, brandSlug: brand.slug })).toBeNull();
    const { userId } = samir;
    const own = authoriseChannels({ socketId: "1.1", channels: [`private-member-${samir.id}`], userId, now });
    expect(await codeOf(own)).toBe("NOT_FOUND");
    expect(heard.of(samir.id)).toContain("sync");
    expect(await db().lease.count({ where: { memberId: samir.id, expiresAt: { gt: now } } })).toBe(0);
    expect(await codeOf(removeMember({ member: alix, memberId: samir.id, now }))).toBe("NOT_FOUND");
  });

  it("is cut off from the sockets that he had opened", async () => {
    const realtime = await serveRealtime();
    const samir = await makePresent(brand);
    await removeMember({ member: alix, memberId: samir.id, now });
    expect(realtime.requests.map(({ url }) => url.pathname)).toContain(
      `/apps/test/users/${samir.id}/terminate_connections`,
    );
  });

  it("hands his running chats on, and what rings at his place", async () => {
    const samir = await makePresent(brand, { name: "Samir H.", capacity: 2 });
    const visitor = await makeVisitor(brand);
    const chat = await makeChat(brand, visitor, samir);
    const { question } = await askAbout(brand, now);
    expect(await ringing(question.id)).toEqual([samir.id]);
    const nadia = await makePresent(brand, { name: "Nadia B.", capacity: 2 });
    await removeMember({ member: alix, memberId: samir.id, now });
    expect(await ringing(question.id)).toEqual([nadia.id]);
    expect(await ringing(chat.questionId)).toEqual([nadia.id]);
    expect((await db().segment.findUniqueOrThrow({ where: { id: chat.segment.id } })).state).toBe("lost");
    expect((await rowOf(samir)).load).toBe(0);
    expect(await untrueLoads()).toEqual([]);
  });

  it("can be brought back for 30 days, as he was", async () => {
    const samir = await makeMember(brand, { name: "Samir H.", status: "paused", capacity: 3 });
    await removeMember({ member: alix, memberId: samir.id, now });
    expect(await listRemoved({ member: alix, now: days(29) })).toMatchObject([
      { name: "Samir H.", removedBy: "Alix", restorableUntil: days(30).toISOString() },
    ]);
    expect(await listRemoved({ member: alix, now: days(30) })).toEqual([]);
    const bring = (at: Date) => codeOf(restoreMember({ member: alix, memberId: samir.id, now: at }));
    expect(await bring(days(30))).toBe("NOT_FOUND");
    expect(await bring(days(29))).toBe("done");
    expect(await bring(days(29))).toBe("NOT_FOUND");
    expect(await rowOf(samir)).toMatchObject({ status: "paused", capacity: 3, removedAt: null });
    expect((await db().audit.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
      "removed",
      "restored",
    ]);
  });

  it("is brought back by admins alone when he is one", async () => {
    const helene = await makeMember(brand, { name: "Hélène", role: "manager" });
    const zoe = await makeMember(brand, { name: "Zoé", role: "admin" });
    await removeMember({ member: alix, memberId: zoe.id, now });
    expect(await listRemoved({ member: helene, now })).toMatchObject([{ restorableUntil: null }]);
    expect(await codeOf(restoreMember({ member: helene, memberId: zoe.id, now }))).toBe("FORBIDDEN");
    expect(await codeOf(restoreMember({ member: alix, memberId: zoe.id, now }))).toBe("done");
  });
});

describe("a member who leaves", () => {
  it("comes back by invitation alone", async () => {
    const samir = await makeMember(brand, { name: "Samir H." });
    await leaveBrand({ member: samir, now });
    expect(await listRemoved({ member: alix, now })).toMatchObject([
      { name: "Samir H.", removedBy: null, restorableUntil: null },
    ]);
    expect(await codeOf(restoreMember({ member: alix, memberId: samir.id, now }))).toBe("NOT_FOUND");
  });
});

describe("taking a change back", () => {
  const entry = () => db().audit.findFirstOrThrow({ orderBy: { id: "desc" } });

  it("makes the fields what they were, and writes that down", async () => {
    const samir = await makeMember(brand, { name: "Samir H.", capacityRule: 1 });
    const memberId = samir.id;
    const topicIds = [brand.topics.battery.id];
    await changeMember({ member: alix, memberId, input: { version: 1, capacity: 3, topicIds }, now });
    const change = await entry();
    expect(await undoMemberChange({ member: alix, memberId, entry: change, now })).toMatchObject({
      version: 3,
    });
    expect(await rowOf(samir)).toMatchObject({ capacity: 1 });
    expect(await db().memberTopic.count({ where: { memberId } })).toBe(0);
    expect(await entry()).toMatchObject({ undoes: change.id, after: { capacity: null, topicIds: [] } });
  });

  it("is refused once somebody changed the same again, and not when it was something else", async () => {
    const samir = await makeMember(brand, { name: "Samir H.", capacityRule: 1 });
    const memberId = samir.id;
    await changeMember({ member: alix, memberId, input: { version: 1, capacity: 3 }, now });
    const change = await entry();
    await changeMember({ member: alix, memberId, input: { version: 2, languages: ["fr"] }, now });
    await changeMember({ member: alix, memberId, input: { version: 3, capacity: 2 }, now });
    expect(await codeOf(undoMemberChange({ member: alix, memberId, entry: change, now }))).toBe(
      "CHANGED_MEANWHILE",
    );
    await changeMember({ member: alix, memberId, input: { version: 4, capacity: 3 }, now });
    await undoMemberChange({ member: alix, memberId, entry: change, now });
    expect(await rowOf(samir)).toMatchObject({ capacity: 1, languages: ["fr"] });
  });
});
