import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
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
import { announce } from "./announce";
import { askColleagues } from "./ask-colleagues";
import { changeHidden } from "./change-hidden";
import { changePlace } from "./change-place";
import { getDeskRoom } from "./get-desk-room";
import { getRoom } from "./get-room";
import { listRoom, roomPage } from "./list-room";
import { muteMember } from "./mute-member";
import { sayInRoom } from "./say-in-room";

const now = morning;
const tomorrow = new Date(morning.getTime() + 86_400_000).toISOString();
let brand: TestBrand;
let heard: ReturnType<typeof hearEvents>;
beforeEach(async () => {
  await resetDatabase();
  heard = hearEvents();
  brand = await makeBrand();
});

let count = 0;
const input = <More extends object>(body = "Hello", more = {} as More) => ({
  clientId: `client-${++count}-room`,
  body,
  ...more,
});

describe("sayInRoom", () => {
  it("numbers what many say at once without holes, and tells the room", async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, i) => makeMember(brand, { name: `P${i}` })),
    );
    await Promise.all(
      people.flatMap((member) => Array.from({ length: 5 }, () => sayInRoom({ member, input: input(), now }))),
    );
    const { messages } = await listRoom({ member: people[0] ?? (await makeMember(brand)), query: {} });
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(heard.of(brand.id).filter((name) => name === "room.message")).toHaveLength(30);
  });

  it("stores one message for a client id, however often and at once it is sent", async () => {
    const member = await makeMember(brand);
    const same = input("Once");
    const sent = await Promise.all(Array.from({ length: 5 }, () => sayInRoom({ member, input: same, now })));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect((await db().room.findUnique({ where: { brandId: brand.id } }))?.lastSeq).toBe(1);
    await expect(sayInRoom({ member, input: { ...same, body: "Else" }, now })).rejects.toMatchObject({
      code: "CLIENT_ID_REUSED",
    });
  });

  it("lets who is in training or paused read, and not write", async () => {
    for (const status of ["training", "paused", "applied"] as const) {
      const member = await makeMember(brand, { status });
      await expect(sayInRoom({ member, input: input(), now })).rejects.toMatchObject({
        code: "ROOM_READ_ONLY",
      });
      expect((await getRoom({ member, now })).self.isReader).toBe(true);
    }
    const trial = await makeMember(brand, { status: "trial" });
    expect(await sayInRoom({ member: trial, input: input(), now })).toMatchObject({ seq: 1 });
  });

  it("threads answers under the first word, also an answer to an answer; not in another brand or under what is hidden", async () => {
    const member = await makeMember(brand);
    const manager = await makeMember(brand, { role: "manager" });
    const first = await sayInRoom({ member, input: input(), now });
    const answer = await sayInRoom({ member, input: input("A", { answersId: first.id }), now });
    const deeper = await sayInRoom({ member, input: input("B", { answersId: answer.id }), now });
    expect([answer.answersId, deeper.answersId]).toEqual([first.id, first.id]);
    const foreign = await makeMember(await makeBrand());
    const refused = { code: "NOT_FOUND" };
    await expect(
      sayInRoom({ member: foreign, input: input("C", { answersId: first.id }), now }),
    ).rejects.toMatchObject(refused);
    await changeHidden({ member: manager, roomMessageId: first.id, isHidden: true, now });
    await expect(
      sayInRoom({ member, input: input("D", { answersId: first.id }), now }),
    ).rejects.toMatchObject(refused);
  });

  it("masks addresses for good", async () => {
    const member = await makeMember(brand);
    const { body } = await sayInRoom({ member, input: input("Write to marie@example.com"), now });
    expect(body).not.toContain("marie@example.com");
    expect(await db().roomMessage.count({ where: { body: { contains: "marie@" } } })).toBe(0);
  });

  it("pages without holes, with the beginnings of threads", async () => {
    const member = await makeMember(brand);
    const first = await sayInRoom({ member, input: input("first"), now });
    for (let i = 0; i < roomPage; i++) await sayInRoom({ member, input: input(`word ${i}`), now });
    await sayInRoom({ member, input: input("late", { answersId: first.id }), now });
    const newest = await listRoom({ member, query: {} });
    expect(newest.from).toBe(3);
    expect(newest.messages.map(({ seq }) => seq)).toEqual([
      1,
      ...Array.from({ length: roomPage }, (_, i) => i + 3),
    ]);
    const older = await listRoom({ member, query: { before: 3 } });
    expect([older.from, older.messages.map(({ seq }) => seq)]).toEqual([1, [1, 2]]);
    const missed = await listRoom({ member, query: { after: 60 } });
    expect([missed.from, missed.messages.map(({ seq }) => seq)]).toEqual([61, [1, 61, 62]]);
  });
});

describe("askColleagues", () => {
  async function chatOf(role: "expert" | "agent" = "expert") {
    const asker = await makeMember(brand, { name: "Nadia B.", role });
    const visitor = await makeVisitor(brand, { firstName: "Marie", profile: { name: "Marie Curie" } });
    return { asker, visitor, chat: await makeChat(brand, visitor, asker) };
  }

  it("asks with the topic, without the visitor, whoever reads it and however", async () => {
    const { asker, visitor, chat } = await chatOf();
    const reader = await makeMember(brand, { name: "Samir H." });
    const admin = await makeMember(brand, { role: "admin" });
    const asked = await askColleagues({
      member: asker,
      chatId: chat.id,
      input: input("Does Marie's pack like frost?", { quote: "I am Curie, see https://x.example/me" }),
      now,
    });
    expect(asked).toMatchObject({ kind: "question", topic: { en: "Battery" }, quote: "I am […], see […]" });
    const everything = JSON.stringify([
      await getRoom({ member: reader, now }),
      await getRoom({ member: admin, now }),
      await getDeskRoom({ member: admin, now }),
      heard.events,
    ]);
    for (const secret of ["Marie", "Curie", visitor.id, chat.id, chat.questionId, "x.example"])
      expect(everything, secret).not.toContain(secret);
  });

  it("shows the answers beside the chat to the asker alone, and no longer once the chat is not his", async () => {
    const { asker, chat } = await chatOf();
    const helper = await makeMember(brand, { name: "Samir H." });
    const asked = await askColleagues({ member: asker, chatId: chat.id, input: input("Frost?"), now });
    await sayInRoom({ member: helper, input: input("Keep it inside.", { answersId: asked.id }), now });
    const [thread] = (await getDeskRoom({ member: asker, now })).threads;
    expect([thread?.chatId, thread?.answers.map(({ body }) => body)]).toEqual([chat.id, ["Keep it inside."]]);
    expect((await getDeskRoom({ member: helper, now })).threads).toEqual([]);
    await db().segment.updateMany({ where: { chatId: chat.id }, data: { state: "ended", endedAt: now } });
    expect((await getDeskRoom({ member: asker, now })).threads).toEqual([]);
  });

  it("refuses a chat that he does not carry", async () => {
    const { chat } = await chatOf();
    for (const other of [await makeMember(brand), await makeMember(await makeBrand(), { role: "admin" })])
      await expect(
        askColleagues({ member: other, chatId: chat.id, input: input("?"), now }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("announce", () => {
  it("stands until its moment, is shown once on each desk, and can be taken back and shown again", async () => {
    const manager = await makeMember(brand, { role: "manager" });
    const expert = await makeMember(brand);
    const tell = (body: string) =>
      announce({ member: manager, input: input(body, { until: tomorrow }), now });
    const told = await tell("Closed on Monday");
    expect((await getRoom({ member: expert, now })).announcements.map(({ id }) => id)).toEqual([told.id]);
    expect((await getDeskRoom({ member: expert, now })).announcement?.id).toBe(told.id);
    expect((await getDeskRoom({ member: manager, now })).announcement).toBeNull();
    await changeHidden({ member: manager, roomMessageId: told.id, isHidden: true, now });
    expect((await getRoom({ member: expert, now })).announcements).toEqual([]);
    expect((await getDeskRoom({ member: expert, now })).announcement).toBeNull();
    await changeHidden({ member: manager, roomMessageId: told.id, isHidden: false, now });
    const second = await tell("Open on Tuesday");
    // The older one first: who has seen it sees the other then.
    expect((await getDeskRoom({ member: expert, now })).announcement?.id).toBe(told.id);
    await changePlace({ member: expert, input: { toldSeq: told.seq }, now });
    expect((await getDeskRoom({ member: expert, now })).announcement?.id).toBe(second.id);
    await changePlace({ member: expert, input: { toldSeq: second.seq }, now });
    expect((await getDeskRoom({ member: expert, now })).announcement).toBeNull();
    expect((await getRoom({ member: expert, now: new Date(tomorrow) })).announcements).toEqual([]);
    expect((await db().audit.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
      "hidden",
      "shown",
    ]);
  });

  it("ends within 90 days, and not in the past", async () => {
    const member = await makeMember(brand, { role: "manager" });
    for (const until of [now.toISOString(), "2027-03-10T09:00:00.000Z"])
      await expect(announce({ member, input: input("x", { until }), now })).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
  });
});

describe("muteMember", () => {
  it("silences until then with a reason, is told and kept in the journal, and ends by itself or by hand", async () => {
    const manager = await makeMember(brand, { role: "manager" });
    const expert = await makeMember(brand, { name: "Samir H." });
    const mute = (until: string | null, at = now) =>
      muteMember({ member: manager, memberId: expert.id, input: { until, reason: "Shouting" }, now: at });
    await mute(tomorrow);
    await expect(sayInRoom({ member: expert, input: input(), now })).rejects.toMatchObject({
      code: "ROOM_MUTED",
    });
    expect((await getRoom({ member: expert, now })).self).toMatchObject({
      mutedUntil: tomorrow,
      muteReason: "Shouting",
    });
    expect((await getRoom({ member: manager, now })).muted).toMatchObject([{ memberId: expert.id }]);
    expect((await getRoom({ member: expert, now })).muted).toEqual([]);
    expect(await sayInRoom({ member: expert, input: input(), now: new Date(tomorrow) })).toMatchObject({
      seq: 1,
    });
    await mute(null);
    await mute(null);
    expect(await sayInRoom({ member: expert, input: input(), now })).toMatchObject({ seq: 2 });
    expect((await db().audit.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
      "muted",
      "unmuted",
    ]);
  });

  it("is not for oneself, for admins, or for another brand's people", async () => {
    const manager = await makeMember(brand, { role: "manager" });
    const admin = await makeMember(brand, { role: "admin" });
    const foreign = await makeMember(await makeBrand());
    const mute = (memberId: string) =>
      muteMember({ member: manager, memberId, input: { until: tomorrow, reason: "x" }, now });
    await expect(mute(manager.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(mute(admin.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(mute(foreign.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().roomPlace.count()).toBe(0);
  });
});

describe("changePlace", () => {
  it("keeps the further of two screens, and never more than was said", async () => {
    const member = await makeMember(brand);
    await sayInRoom({ member, input: input(), now });
    await sayInRoom({ member, input: input(), now });
    const read = (readSeq: number) => changePlace({ member, input: { readSeq }, now });
    await Promise.all([read(1), read(2), read(1)]);
    expect((await getRoom({ member, now })).self.readSeq).toBe(2);
    await read(99);
    expect((await getRoom({ member, now })).self.readSeq).toBe(2);
  });

  it("keeps a member's own quiet until it is over or he ends it, and leaves it alone otherwise", async () => {
    const member = await makeMember(brand);
    await changePlace({ member, input: { quietUntil: tomorrow }, now });
    await changePlace({ member, input: { readSeq: 0 }, now });
    expect((await getRoom({ member, now })).self.quietUntil).toBe(tomorrow);
    expect((await getRoom({ member, now: new Date(tomorrow) })).self.quietUntil).toBeNull();
    await changePlace({ member, input: { quietUntil: null }, now });
    expect((await getRoom({ member, now })).self.quietUntil).toBeNull();
  });
});

describe("changeHidden", () => {
  it("takes the words from everybody but managers; nothing happens in another brand", async () => {
    const member = await makeMember(brand);
    const manager = await makeMember(brand, { role: "manager" });
    const foreign = await makeMember(await makeBrand(), { role: "admin" });
    const { id: roomMessageId } = await sayInRoom({ member, input: input("rude"), now });
    await expect(changeHidden({ member: foreign, roomMessageId, isHidden: true, now })).rejects.toMatchObject(
      { code: "NOT_FOUND" },
    );
    await Promise.all(
      [1, 2, 3].map(() => changeHidden({ member: manager, roomMessageId, isHidden: true, now })),
    );
    expect((await listRoom({ member, query: {} })).messages).toMatchObject([{ isHidden: true, body: "" }]);
    expect((await listRoom({ member: manager, query: {} })).messages).toMatchObject([{ body: "rude" }]);
    expect(await db().audit.count()).toBe(1);
  });

  it("takes the words from open screens, however far back they stand, and gives them back", async () => {
    const member = await makeMember(brand);
    const manager = await makeMember(brand, { role: "manager" });
    const { id: roomMessageId } = await sayInRoom({ member, input: input("rude"), now });
    heard.forget();
    await changeHidden({ member: manager, roomMessageId, isHidden: true, now });
    await changeHidden({ member: manager, roomMessageId, isHidden: false, now });
    expect(heard.events.map(({ name, data }) => ({ name, data }))).toMatchObject([
      { name: "room.message", data: { id: roomMessageId, isHidden: true, body: "" } },
      { name: "room.message", data: { id: roomMessageId, isHidden: false, body: "rude" } },
    ]);
  });
});
