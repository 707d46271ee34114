import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeVisitor, morning } from "@/lib/server/testing/world";
import { findVisitorByToken } from "@/lib/server/visitor/find-visitor-by-token";

beforeEach(resetDatabase);

describe("findVisitorByToken", () => {
  it("knows the visitor by his token, and by nothing else", async () => {
    const { token, ...marie } = await makeVisitor(await makeBrand());
    expect(await findVisitorByToken({ token, now: morning })).toEqual(marie);
    const { tokenHash } = await db().visitor.findUniqueOrThrow({ where: { id: marie.id } });
    expect(await findVisitorByToken({ token: tokenHash, now: morning })).toBeNull();
  });

  it("notes that he was seen, once a minute at most", async () => {
    const { id, token } = await makeVisitor(await makeBrand(), { lastSeenAt: morning });
    const seenAt = async (seconds: number) => {
      await findVisitorByToken({ token, now: later(morning, seconds) });
      return (await db().visitor.findUniqueOrThrow({ where: { id } })).lastSeenAt;
    };
    expect(await seenAt(59)).toEqual(morning);
    expect(await seenAt(60)).toEqual(later(morning, 60));
    expect(await seenAt(90)).toEqual(later(morning, 60));
  });
});
