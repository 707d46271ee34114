import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/server/database";
import { forgetEnv } from "@/lib/server/env";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning } from "@/lib/server/testing/world";
import { notifyMember } from "./notify-member";
import { startPushService } from "./testing/push-service";
import { sendWaiting, subscribe } from "./testing/push-world";
import { vapidPublicKey } from "./vapid";

let service: Awaited<ReturnType<typeof startPushService>>;
beforeAll(async () => {
  process.env.PUSH_LOCAL = "true";
  forgetEnv();
  service = await startPushService(vapidPublicKey());
});
afterAll(async () => {
  delete process.env.PUSH_LOCAL;
  forgetEnv();
  await service.stop();
});

describe("a push service", () => {
  beforeEach(async () => {
    await resetDatabase();
    hearEvents();
    service.pushed.splice(0);
    const samir = await makeMember(await makeBrand());
    await subscribe(service, samir);
    const badge = { en: "First thanks", fr: "Premier merci" };
    await notifyMember({ memberId: samir.id, note: { kind: "badges", badge } });
  });

  it.each([404, 410, 403])("that answers %i has lost the browser: it is forgotten", async (status) => {
    service.answer(status);
    await sendWaiting(morning);
    expect(await db().pushSubscription.count()).toBe(0);
  });

  it.each([429, 500, 503])("that answers %i is asked again, and keeps the browser", async (status) => {
    service.answer(status);
    await expect(sendWaiting(morning)).rejects.toMatchObject({ code: `PUSH_${status}` });
    expect(await db().pushSubscription.count()).toBe(1);
  });

  it.each([302, 400, 413])("that answers %i is not asked again, nor followed elsewhere", async (status) => {
    service.answer(status);
    await sendWaiting(morning);
    expect(service.pushed).toEqual([]);
    expect(await db().pushSubscription.count()).toBe(1);
  });

  it("on this machine is not called without the tests' own switch, whoever stored its address", async () => {
    delete process.env.PUSH_LOCAL;
    forgetEnv();
    try {
      await sendWaiting(morning);
      expect(service.pushed).toEqual([]);
      expect(await db().pushSubscription.count()).toBe(0);
    } finally {
      process.env.PUSH_LOCAL = "true";
      forgetEnv();
    }
  });
});
