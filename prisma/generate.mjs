// Generates the database client into prisma/generated. It runs after every `npm install`.
//
// `prisma generate` wants to download a schema engine that generating does not use; naming any existing
// file as that engine keeps the step offline (found by trying with Prisma 7.10).
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
const { status } = spawnSync(
  process.execPath,
  [prisma, "generate", "--schema", "prisma/schema", "--no-hints"],
  {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  },
);
process.exit(status ?? 1);
