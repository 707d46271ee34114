import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase } from "@/lib/server/database";
import { forgetEnv } from "@/lib/server/env";
import { testBadgeKey } from "@/lib/server/testing/badge-key";
import { endResetting, resetDatabase, workerDatabase } from "@/lib/server/testing/database";

beforeAll(async () => {
  const { url, fresh } = await workerDatabase(inject("templateUrl"), process.env.VITEST_POOL_ID ?? "0");
  const secret = () => randomBytes(32).toString("base64url");
  Object.assign(process.env, {
    DATABASE_URL: url,
    DATABASE_POOL: "10",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: secret(),
    ATTACHMENT_SECRET: secret(),
    VISITOR_TOKEN_SECRET: secret(),
    VAPID_PRIVATE_KEY: secret(),
    BADGE_PRIVATE_KEY: testBadgeKey,
    PUSHER_APP_ID: "test",
    PUSHER_KEY: secret(),
    PUSHER_SECRET: secret(),
    DATA_DIR: path.join(tmpdir(), `entraide-test-${process.pid}`),
  });
  forgetEnv();
  if (!fresh) await resetDatabase();
});

afterAll(async () => {
  await closeDatabase();
  await endResetting();
});
