import { beforeEach, describe, expect, it } from "vitest";
import { PeoplePage } from "@/lib/domain/member/people-view";
import type { MemberActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import { rateSegment } from "@/lib/server/rating/rate-segment";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { signedIn } from "@/lib/server/testing/signed-in";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { api } from "./app";

let brand: TestBrand;
let helene: MemberActor;
let alix: MemberActor;
let samir: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
  alix = await makeMember(brand, { name: "Alix", role: "admin" });
  samir = await makeMember(brand, { name: "Samir H.", capacityRule: 1 });
});

async function ask(member: MemberActor, method: string, path: string, body?: unknown, slug = brand.slug) {
  const answer = await api.request(`/api/brands/${slug}${path}`, {
    method,
    headers: await signedIn(member),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

const codeOf = ({ json }: { json: Record<string, unknown> }) => (json.error as { code?: string })?.code;
const rowOf = ({ id }: { id: string }) =>
  db().member.findUniqueOrThrow({ where: { id }, include: { topics: true } });

describe("the list of people", () => {
  it("shows everybody with a place by name, and what can be done", async () => {
    await makeMember(brand, { name: "Gone", status: "left" });
    const page = PeoplePage.parse((await ask(helene, "GET", "/members")).json);
    expect(page.people.map(({ name, mayChange, isSelf }) => [name, mayChange, isSelf])).toEqual([
      ["Alix", false, false],
      ["Hélène R.", true, true],
      ["Samir H.", true, false],
    ]);
    expect(page).toMatchObject({ found: 3, page: 1, pages: 1, owners: 1, staff: 2 });
  });

  it.each([
    ["q=HELENE", ["Hélène R."]],
    ["q=%25", []],
    ["role=expert", ["Samir H."]],
    ["status=paused", []],
    ["page=9", ["Alix", "Hélène R.", "Samir H."]],
  ])("is narrowed by %s", async (query, names) => {
    const page = PeoplePage.parse((await ask(helene, "GET", `/members?${query}`)).json);
    expect(page.people.map(({ name }) => name)).toEqual(names);
  });

  it("refuses a filter that cannot be read", async () => {
    for (const query of ["role=nonsense", "status=left", "topic=all", "page=0", "q=%00"])
      expect((await ask(helene, "GET", `/members?${query}`)).status, query).toBe(400);
  });

  it("finds people by topic and by address", async () => {
    await db().memberTopic.create({ data: { memberId: samir.id, topicId: brand.topics.battery.id } });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: alix.userId } });
    for (const [query, name] of [
      [`topic=${brand.topics.battery.id}`, "Samir H."],
      [`q=${email.toUpperCase()}`, "Alix"],
    ]) {
      const page = PeoplePage.parse((await ask(helene, "GET", `/members?${query}`)).json);
      expect(page.people.map((person) => person.name)).toEqual([name]);
    }
  });
});

describe("who may look after people", () => {
  it("is nobody below a manager, and nobody of another brand", async () => {
    const julien = await makeMember(brand, { name: "Julien", role: "agent" });
    const elsewhere = await makeBrand();
    const stranger = await makeMember(elsewhere, { name: "Stranger", role: "admin" });
    const routes: [string, string, unknown?][] = [
      ["GET", "/members"],
      ["GET", "/removed-members"],
      ["GET", `/members/${samir.id}`],
      ["PATCH", `/members/${samir.id}`, { version: 1, capacity: 2 }],
      ["POST", `/members/${samir.id}/remove`],
      ["POST", `/members/${samir.id}/restore`],
    ];
    for (const [method, path, body] of routes) {
      expect((await ask(samir, method, path, body)).status, path).toBe(403);
      expect((await ask(julien, method, path, body)).status, path).toBe(403);
      expect((await ask(stranger, method, path, body)).status, path).toBe(404);
      if (path.includes(samir.id))
        expect((await ask(stranger, method, path, body, elsewhere.slug)).status, path).toBe(404);
    }
    expect(await rowOf(samir)).toMatchObject({ capacity: 1, status: "active", version: 1 });
  });

  it("does not let a manager touch or make admins", async () => {
    const refused = [
      await ask(helene, "PATCH", `/members/${alix.id}`, { version: 1, capacity: 2 }),
      await ask(helene, "POST", `/members/${alix.id}/remove`),
      await ask(helene, "PATCH", `/members/${samir.id}`, { version: 1, role: "admin" }),
      await ask(helene, "PATCH", `/members/${helene.id}`, { version: 1, role: "admin" }),
    ];
    expect(refused.map(codeOf)).toEqual(Array(4).fill("FORBIDDEN"));
    expect((await ask(alix, "PATCH", `/members/${samir.id}`, { version: 1, role: "admin" })).status).toBe(
      200,
    );
  });
});

describe("changing a member", () => {
  const change = (member: MemberActor, body: Record<string, unknown>, id = samir.id) =>
    ask(member, "PATCH", `/members/${id}`, body);

  it("saves what was touched, with its line in the journal", async () => {
    const { battery } = brand.topics;
    const saved = await change(helene, { version: 1, role: "agent", capacity: 3, topicIds: [battery.id] });
    expect(saved.json).toEqual({ version: 2, auditId: expect.any(String) });
    expect(await rowOf(samir)).toMatchObject({
      role: "agent",
      capacity: 3,
      languages: ["en", "fr"],
      topics: [{ topicId: battery.id, thanks: 0 }],
    });
    expect(await db().audit.findFirst()).toMatchObject({
      actorId: helene.id,
      action: "changed",
      subject: `member:${samir.id}`,
      before: { role: "expert", capacity: null, topicIds: [] },
      after: { role: "agent", capacity: 3, topicIds: [battery.id] },
    });
  });

  it("tells the second of two who save, and names the first", async () => {
    await change(alix, { version: 1, capacity: 2 });
    const second = await change(helene, { version: 1, capacity: 3 });
    expect(second).toMatchObject({
      status: 409,
      json: { error: { code: "CHANGED_MEANWHILE", params: { name: "Alix" } } },
    });
    expect((await rowOf(samir)).capacity).toBe(2);
  });

  it("changes nothing, and writes nothing, when nothing differs", async () => {
    const same = await change(helene, { version: 1, capacity: null, languages: ["fr", "en"] });
    expect(same.json).toEqual({ version: 1, auditId: null });
    expect(await db().audit.count()).toBe(0);
  });

  it.each([
    { capacity: 5 },
    { capacity: 0 },
    { role: "owner" },
    { languages: [] },
    { languages: ["xx"] },
    { topicIds: ["f".repeat(32)] },
    { topicIds: "all" },
    { isPaused: { not: true } },
    { displayName: "Somebody" },
  ])("refuses %j", async (body) => {
    expect(codeOf(await change(helene, { version: 1, ...body }))).toBe("INVALID_INPUT");
  });

  it("refuses topics of another brand, and keeps what was", async () => {
    const elsewhere = await makeBrand();
    const answer = await change(helene, { version: 1, capacity: 2, topicIds: [elsewhere.topics.battery.id] });
    expect(codeOf(answer)).toBe("INVALID_INPUT");
    expect(await rowOf(samir)).toMatchObject({ capacity: 1, version: 1, topics: [] });
  });

  it("does not lower the capacity below what somebody carries now", async () => {
    await db().member.update({ where: { id: samir.id }, data: { capacity: 3, load: 2 } });
    expect((await change(helene, { version: 1, capacity: 1 })).json).toEqual({
      error: { code: "CAPACITY_BELOW_LOAD", params: { load: 2 } },
    });
    expect((await change(helene, { version: 1, capacity: 2 })).status).toBe(200);
  });

  it("pauses and resumes, but neither oneself nor the suspended", async () => {
    expect((await change(helene, { version: 1, isPaused: true })).status).toBe(200);
    expect((await rowOf(samir)).status).toBe("paused");
    expect((await change(helene, { version: 2, isPaused: false })).status).toBe(200);
    expect((await rowOf(samir)).status).toBe("active");
    expect((await db().moderationAction.findMany()).map(({ kind }) => kind).sort()).toEqual([
      "pause",
      "resume",
    ]);
    expect(codeOf(await change(helene, { version: 1, isPaused: true }, helene.id))).toBe("FORBIDDEN");
    await db().member.update({ where: { id: samir.id }, data: { status: "suspended" } });
    expect(codeOf(await change(helene, { version: 3, isPaused: true }))).toBe("FORBIDDEN");
    expect((await rowOf(samir)).status).toBe("suspended");
  });

  it("gives a topic that comes back what visitors said of him on it", async () => {
    const { battery } = brand.topics;
    await change(helene, { version: 1, topicIds: [battery.id] });
    for (const stars of [5, 2]) {
      const visitor = await makeVisitor(brand);
      const { id: chatId, segment } = await makeChat(brand, visitor, samir);
      await db().segment.update({ where: { id: segment.id }, data: { state: "ended", endedAt: morning } });
      await db().member.update({ where: { id: samir.id }, data: { load: 0 } });
      const input = { segmentId: segment.id, stars, solved: stars > 3 ? ("yes" as const) : ("no" as const) };
      await rateSegment({ visitor, chatId, input, now: morning });
    }
    const known = { topicId: battery.id, thanks: 1, misses: 1 };
    expect((await rowOf(samir)).topics).toMatchObject([known]);
    await change(helene, { version: 2, topicIds: [] });
    expect((await rowOf(samir)).topics).toEqual([]);
    await change(helene, { version: 3, topicIds: [battery.id] });
    expect((await rowOf(samir)).topics).toMatchObject([known]);
  });
});

describe("taking back", () => {
  const undo = (member: MemberActor, auditId: unknown) => ask(member, "POST", `/audits/${auditId}/undo`);

  it("undoes a change and a removal by the journal, once", async () => {
    const { json } = await ask(helene, "PATCH", `/members/${samir.id}`, { version: 1, capacity: 3 });
    expect((await undo(helene, json.auditId)).json).toMatchObject({ version: 3 });
    expect((await rowOf(samir)).capacity).toBe(1);
    expect(codeOf(await undo(helene, json.auditId))).toBe("UNDO_TOO_LATE");
    await ask(helene, "POST", `/members/${samir.id}/remove`);
    const { id } = await db().audit.findFirstOrThrow({ where: { action: "removed" } });
    expect((await undo(helene, id)).status).toBe(200);
    expect((await rowOf(samir)).status).toBe("active");
  });

  it("is not a manager's where an admin is concerned", async () => {
    const { json } = await ask(alix, "PATCH", `/members/${alix.id}`, { version: 1, capacity: 2 });
    expect(codeOf(await undo(helene, json.auditId))).toBe("FORBIDDEN");
    expect((await rowOf(alix)).capacity).toBe(2);
  });
});
