import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/channel";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { resetDatabase } from "@/lib/server/testing/database";
import {
  makeBrand,
  makeChat,
  makeMember,
  makeVisitor,
  morning,
  type TestBrand,
} from "@/lib/server/testing/world";
import { authoriseChannels } from "./authorise-channels";

const socketId = "123.456";

async function people(brand: TestBrand) {
  const visitor = await makeVisitor(brand);
  const expert = await makeMember(brand, { role: "expert" });
  return {
    brand,
    visitor,
    expert,
    agent: await makeMember(brand, { role: "agent" }),
    manager: await makeMember(brand, { role: "manager" }),
    admin: await makeMember(brand, { role: "admin" }),
    chat: await makeChat(brand, visitor, expert),
  };
}

let own: Awaited<ReturnType<typeof people>>;
let foreign: Awaited<ReturnType<typeof people>>;
beforeEach(async () => {
  await resetDatabase();
  own = await people(await makeBrand());
  foreign = await people(await makeBrand());
});

type Who = { visitor: typeof own.visitor } | { userId: string };

async function mayHear(who: Who, channel: string): Promise<boolean> {
  const answer = authoriseChannels({ socketId, channels: [channel], ...who, now: morning });
  const refused = await answer.then(
    () => null,
    (error: unknown) => error,
  );
  if (refused !== null) expect(refused).toMatchObject({ code: "NOT_FOUND" });
  return refused === null;
}

/** Every channel of the small world, by what it is to somebody of `own`. */
const everyChannel = () => ({
  "own visitor": channels.visitor(own.visitor.id),
  "own expert": channels.member(own.expert.id),
  "own agent": channels.member(own.agent.id),
  "own manager": channels.member(own.manager.id),
  "own admin": channels.member(own.admin.id),
  "own brand": channels.brand(own.brand.id),
  "own chat": channels.watch(own.chat.id),
  "own room": channels.room(own.brand.id),
  "foreign room": channels.room(foreign.brand.id),
  "foreign visitor": channels.visitor(foreign.visitor.id),
  "foreign expert": channels.member(foreign.expert.id),
  "foreign agent": channels.member(foreign.agent.id),
  "foreign manager": channels.member(foreign.manager.id),
  "foreign admin": channels.member(foreign.admin.id),
  "foreign brand": channels.brand(foreign.brand.id),
  "foreign chat": channels.watch(foreign.chat.id),
});

async function heardBy(who: Who): Promise<string[]> {
  const heard: string[] = [];
  for (const [name, channel] of Object.entries(everyChannel())) {
    if (await mayHear(who, channel)) heard.push(name);
  }
  return heard;
}

describe("authoriseChannels", () => {
  it("lets each person hear his own channels and no other", async () => {
    expect(await heardBy({ visitor: own.visitor })).toEqual(["own visitor"]);
    expect(await heardBy({ userId: own.expert.userId })).toEqual(["own expert", "own room"]);
    for (const role of ["agent", "manager", "admin"] as const) {
      expect(await heardBy({ userId: own[role].userId })).toEqual([
        `own ${role}`,
        "own brand",
        "own chat",
        "own room",
      ]);
    }
    expect(await heardBy({ userId: "0".repeat(32) })).toEqual([]);
  });

  it("counts a role in the brand where it is held, for a person of two brands", async () => {
    const { userId } = own.manager;
    const there = await db().member.create({
      data: { brandId: foreign.brand.id, userId, role: "expert", displayName: "Hélène", languages: ["fr"] },
    });
    expect(await heardBy({ userId })).toEqual([
      "own manager",
      "own brand",
      "own chat",
      "own room",
      "foreign room",
    ]);
    expect(await mayHear({ userId }, channels.member(there.id))).toBe(true);
  });

  it("lets whoever is paused hear on, and shuts out who left or is suspended", async () => {
    const { id, userId } = own.agent;
    for (const [status, count] of [
      ["paused", 4],
      ["suspended", 0],
      ["left", 0],
      ["active", 4],
    ] as const) {
      await db().member.update({ where: { id }, data: { status } });
      expect(await heardBy({ userId })).toHaveLength(count);
    }
  });

  it("signs socket and channel with the key's secret", async () => {
    const channel = channels.visitor(own.visitor.id);
    const { visitor } = own;
    const { auths } = await authoriseChannels({ socketId, channels: [channel], visitor, now: morning });
    const { PUSHER_KEY, PUSHER_SECRET } = env();
    const signature = createHmac("sha256", PUSHER_SECRET).update(`${socketId}:${channel}`).digest("hex");
    expect(auths).toEqual({ [channel]: `${PUSHER_KEY}:${signature}` });
  });

  it("signs of many those that are his, and leaves out the others", async () => {
    const names = Object.values(everyChannel());
    for (const role of ["expert", "manager"] as const) {
      const { userId } = own[role];
      const { auths } = await authoriseChannels({ socketId, channels: names, userId, now: morning });
      const heard = await heardBy({ userId });
      expect(Object.keys(auths)).toEqual(heard.map((name) => everyChannel()[name as "own brand"]));
    }
  });

  it("reads names exactly: a crafted one is nobody's", async () => {
    const visitors = channels.visitor(own.visitor.id);
    const members = channels.member(own.admin.id);
    const crafted = (name: string) => [
      name.toUpperCase(),
      ` ${name}`,
      `${name} `,
      `${name}\n`,
      `${name}0`,
      name.slice(0, -1),
      `${name},${name}`,
      `${name}:x`,
      name.replace("private-", "private-encrypted-"),
      name.replace("private-", "presence-"),
      name.replace("private-", "cache-"),
      name.replace("private-", "private-cache-"),
      name.replace("private-", ""),
      name.replace("private-", "private-private-"),
      name.replace(/[0-9a-f]{32}$/, "%"),
    ];
    const known = [...crafted(visitors), ...crafted(members), ...crafted(channels.brand(own.brand.id))];
    for (const channel of [
      ...known,
      ...crafted(channels.watch(own.chat.id)),
      "",
      "private-",
      "private-visitor-",
    ]) {
      expect(await mayHear({ visitor: own.visitor }, channel), channel).toBe(false);
      expect(await mayHear({ userId: own.admin.userId }, channel), channel).toBe(false);
    }
    expect(await mayHear({ visitor: own.visitor }, channels.site(own.brand.site.id))).toBe(false);
  });
});
