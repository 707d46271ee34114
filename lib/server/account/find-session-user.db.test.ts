import { beforeEach, describe, expect, it } from "vitest";
import { findSessionUser } from "@/lib/server/account/find-session-user";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { morning } from "@/lib/server/testing/world";

beforeEach(resetDatabase);

describe("findSessionUser", () => {
  it("gives the user of a session until the instant it expires", async () => {
    const user = await db().user.create({ data: { email: "nadia@example.com" } });
    const expires = later(morning, 60);
    await db().session.create({ data: { sessionToken: "token", userId: user.id, expires } });
    expect(await findSessionUser({ sessionToken: "token", now: later(expires, -0.001) })).toBe(user.id);
    expect(await findSessionUser({ sessionToken: "token", now: expires })).toBeNull();
  });

  it("knows no other token", async () => {
    expect(await findSessionUser({ sessionToken: "token", now: morning })).toBeNull();
  });
});
