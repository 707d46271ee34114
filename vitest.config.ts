import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const DATABASE_TESTS = "**/*.db.test.ts";
const SKIPPED = ["**/node_modules/**", "**/.next/**", "**/.data/**", "prisma/generated/**"];

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...SKIPPED, DATABASE_TESTS],
          // Properties try hundreds of cases, and a busy machine is slow; what never ends still fails.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [DATABASE_TESTS],
          exclude: SKIPPED,
          globalSetup: ["lib/server/testing/start-database.ts"],
          setupFiles: ["lib/server/testing/use-database.ts"],
          // A worker's first test waits for its own copy of the migrated database, and a busy machine is slow.
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
    ],
  },
});
