import { beforeEach, describe, expect, it } from "vitest";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeMember, morning } from "@/lib/server/testing/world";
import { checkSetupLink } from "./check-setup-link";
import { finishSetup } from "./finish-setup";
import { makeSetupLink } from "./make-setup-link";

beforeEach(resetDatabase);

const make = async (now = morning) => (await makeSetupLink({ now })) ?? "";
const finish = (token: string, { email = "claire@example.com", now = morning } = {}) =>
  finishSetup({ input: { token, name: "Claire Martin", email }, locale: "fr", now });

describe("the link of the first run", () => {
  it("makes an operator and signs him in, once", async () => {
    const token = await make();
    await checkSetupLink({ token, now: morning });
    const { sessionToken } = await finish(token);
    const session = await db().session.findUniqueOrThrow({
      where: { sessionToken },
      include: { user: true },
    });
    expect(session.user).toMatchObject({
      email: "claire@example.com",
      name: "Claire Martin",
      locale: "fr",
      isOperator: true,
    });
    await expect(checkSetupLink({ token, now: morning })).rejects.toMatchObject({ code: "SETUP_USED" });
    await expect(finish(token, { email: "eve@example.com" })).rejects.toMatchObject({ code: "SETUP_USED" });
    expect(await db().user.count()).toBe(1);
    expect(await makeSetupLink({ now: morning })).toBeNull();
  });

  it("is stored as a digest alone", async () => {
    const token = await make();
    expect(JSON.stringify(await db().setupLink.findMany())).not.toContain(token);
  });

  it("is worth nothing after a day, nor once a newer one was printed", async () => {
    const old = await make();
    await expect(finish(old, { now: later(morning, 24 * 3600) })).rejects.toMatchObject({
      code: "SETUP_OVER",
    });
    const token = await make(later(morning, 60));
    await expect(finish(old)).rejects.toMatchObject({ code: "SETUP_UNKNOWN" });
    await expect(checkSetupLink({ token: "nonsense", now: morning })).rejects.toMatchObject({
      code: "SETUP_UNKNOWN",
    });
    await finish(token);
  });

  it("lets one of two win who use it at once", async () => {
    const token = await make();
    const outcomes = await Promise.allSettled(
      ["a@example.com", "b@example.com"].map((email) => finish(token, { email })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "SETUP_USED" },
    });
    expect(await db().user.count()).toBe(1);
    expect(await db().session.count()).toBe(1);
  });

  it("is not made while somebody administers a brand, and is while there are only helpers", async () => {
    const brand = await makeBrand();
    await makeMember(brand, { role: "manager" });
    expect(await makeSetupLink({ now: morning })).not.toBeNull();
    await makeMember(brand, { role: "admin" });
    expect(await makeSetupLink({ now: morning })).toBeNull();
  });
});
