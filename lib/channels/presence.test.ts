import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Connection } from "./connection";
import { MemberProblem, Roster, readMember } from "./presence";

const LIMITS = { maxUserInfoBytes: 1024, maxUserIdLength: 128 };

describe("reading a member", () => {
  it("takes a text or a number for the id", () => {
    expect(readMember({ user_id: "ada", user_info: { a: 1 } }, LIMITS)).toEqual({
      userId: "ada",
      info: { a: 1 },
    });
    expect(readMember({ user_id: 10 }, LIMITS)).toEqual({ userId: "10", info: null });
  });

  it.each([
    undefined,
    {},
    { user_id: "" },
    { user_id: null },
    { user_id: true },
    { user_id: ["a"] },
    { user_id: "a".repeat(129) },
    { user_id: "a", user_info: "é".repeat(512) },
  ])("refuses %j", (data) => {
    expect(() => readMember(data, LIMITS)).toThrow(MemberProblem);
  });

  it("takes what just fits", () => {
    const info = "é".repeat(511);
    expect(readMember({ user_id: "a".repeat(128), user_info: info }, LIMITS).info).toBe(info);
  });
});

describe("the roster", () => {
  const sockets = Array.from({ length: 6 }, () => ({}) as Connection);
  const users = ["ada", "bob", "__proto__"];

  it("counts people, not sockets, through any coming and going", () => {
    const step = fc.record({ add: fc.boolean(), socket: fc.nat(5), user: fc.constantFrom(...users) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const roster = new Roster();
        const present = new Map<Connection, string>();
        for (const { add, socket, user } of steps) {
          const connection = sockets[socket];
          if (!connection || (add && present.has(connection))) continue;
          if (add) {
            const isFirst = ![...present.values()].includes(user);
            expect(roster.add(connection, { userId: user, info: null })).toBe(isFirst);
            present.set(connection, user);
          } else {
            const before = present.get(connection);
            present.delete(connection);
            const isLast = before !== undefined && ![...present.values()].includes(before);
            expect(roster.remove(connection)).toBe(isLast ? before : undefined);
          }
          const ids = [...new Set(present.values())].sort();
          expect(roster.userIds().sort()).toEqual(ids);
          expect(roster.size).toBe(ids.length);
        }
      }),
    );
  });

  it("keeps a member called __proto__ as plain data", () => {
    const roster = new Roster();
    roster.add({} as Connection, { userId: "__proto__", info: { a: 1 } });
    expect(roster.toData()).toBe('{"presence":{"ids":["__proto__"],"hash":{"__proto__":{"a":1}},"count":1}}');
  });
});
