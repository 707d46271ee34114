import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";

const REPOSITORY = path.resolve(import.meta.dirname, "../..");
const trees: string[] = [];

// Each check is a process of its own that loads the compiler.
vi.setConfig({ testTimeout: 60_000 });

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** A small house that keeps every rule, with `files` written over it. */
function plantTree(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), "entraide-imports-"));
  trees.push(root);
  const sound = {
    "package.json":
      '{ "name": "tree", "type": "module", "dependencies": { "zod": "4", "next": "16", "pusher": "5" } }',
    "tsconfig.json":
      '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "paths": { "@/*": ["./*"] } } }',
    "lib/domain/offer/schema.ts":
      'import { z } from "zod";\nexport const Offer = z.object({ id: z.string() });\nexport type Offer = z.infer<typeof Offer>;',
    "lib/domain/offer/offer.ts":
      'import type { Offer } from "@/lib/domain/offer/schema";\nexport const idOf = (offer: Offer, now: Date): string => offer.id + now.getTime();',
    "lib/server/offer/accept-offer.ts":
      'import { idOf } from "@/lib/domain/offer/offer";\nexport const acceptOffer = idOf;',
    "lib/api/app.ts":
      'import { acceptOffer } from "@/lib/server/offer/accept-offer";\nexport const app = acceptOffer;\nexport type App = typeof app;',
    "lib/client/api.ts": 'import type { App } from "@/lib/api/app";\nexport type Client = App;',
    "components/desk/desk.tsx":
      'import type { Client } from "@/lib/client/api";\nexport const desk = (client: Client) => client;',
    "components/widget/panel.ts":
      'import type { Offer } from "@/lib/domain/offer/schema";\nexport const panel = (offer: Offer) => offer;',
  };
  for (const [name, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), `${text}\n`);
  }
  symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(root, "node_modules"));
  return root;
}

/** The same place under a name of its own, so that wrong files can stand in one tree. */
function numbered(file: string, index: number): string {
  return file.replace(/([\w-]+)(\.tsx?)$/, `$1-${index}$2`);
}

function check(root: string, least = 1) {
  const script = path.join(REPOSITORY, "e2e/checks/imports.mjs");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, "--root", root, "--min", String(least)],
    {
      encoding: "utf8",
    },
  );
  return { status, text: stdout + stderr };
}

test("a tree that keeps the rules passes", () => {
  expect(check(plantTree({}))).toEqual({ status: 0, text: expect.stringContaining("7 modules") });
});

test("a check that reads too few modules fails instead of being satisfied", () => {
  const { status, text } = check(plantTree({}), 50);
  expect(status).toBe(1);
  expect(text).toContain("read only 7 modules of at least 50");
});

test("every rule has a reason, and no two share a name", async () => {
  const rules: {
    forbidden: { name: string; comment: string }[];
    bundles: { name: string; reason: string }[];
  } = await import(path.join(REPOSITORY, "e2e/checks/import-rules.mjs"));
  const named = [
    ...rules.forbidden.map(({ name, comment }) => ({ name, reason: comment })),
    ...rules.bundles.map(({ name, reason }) => ({ name, reason })),
  ];
  expect(named.filter(({ reason }) => reason.length < 20)).toEqual([]);
  expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
});

// One wrong file each; the rule that must speak.
const wrong: [rule: string, file: string, text: string][] = [
  ["messages-import-nothing", "lib/messages/en.ts", 'export { idOf } from "@/lib/domain/offer/offer";'],
  [
    "domain-is-pure",
    "lib/domain/chat/chat.ts",
    'import { randomUUID } from "node:crypto";\nexport const id = randomUUID;',
  ],
  [
    "domain-is-pure",
    "lib/domain/chat/chat.ts",
    'import type { NextRequest } from "next/server";\nexport type R = NextRequest;',
  ],
  [
    "domain-is-pure",
    "lib/domain/chat/chat.ts",
    'export { acceptOffer } from "@/lib/server/offer/accept-offer";',
  ],
  [
    "zod-only-in-schemas",
    "lib/domain/chat/chat.ts",
    'import type { ZodType } from "zod";\nexport type Z = ZodType;',
  ],
  ["channels-know-nothing-of-us", "lib/channels/hub.ts", 'export { idOf } from "@/lib/domain/offer/offer";'],
  ["loader-is-tiny", "lib/widget/loader.ts", 'export { idOf } from "@/lib/domain/offer/offer";'],
  ["panel-is-light", "components/widget/ask.ts", 'export { useRouter } from "next/navigation";'],
  [
    "components-never-see-the-server",
    "components/desk/row.ts",
    'import type { acceptOffer } from "@/lib/server/offer/accept-offer";\nexport type A = typeof acceptOffer;',
  ],
  [
    "components-never-see-the-server",
    "components/desk/row.ts",
    'import type { App } from "@/lib/api/app";\nexport type A = App;',
  ],
  [
    "client-knows-the-api-alone",
    "lib/client/hook.ts",
    'export type { acceptOffer } from "@/lib/server/offer/accept-offer";',
  ],
  ["client-takes-only-the-type-of-the-api", "lib/client/hook.ts", 'export { app } from "@/lib/api/app";'],
  ["browser-has-no-node", "lib/client/hook.ts", 'export { readFileSync } from "node:fs";'],
  [
    "browser-has-no-server-packages",
    "components/desk/row.ts",
    'import type pg from "pg";\nexport type P = pg.Pool;',
  ],
  ["server-looks-down-only", "lib/server/offer/wrong.ts", 'export type { App } from "@/lib/api/app";'],
  ["server-has-no-screens", "lib/server/offer/wrong.ts", 'export { cookies } from "next/headers";'],
  ["react-only-in-screens", "lib/server/offer/wrong.ts", 'export { createElement } from "react";'],
  [
    "api-declares-routes",
    "lib/api/offer.ts",
    'import type { PrismaClient } from "@prisma/client";\nexport type P = PrismaClient;',
  ],
  ["pages-are-shells", "app/page.ts", 'import Pusher from "pusher";\nexport const pusher = Pusher;'],
  ["only-the-server-has-the-database", "app/page.ts", 'import pg from "pg";\nexport const pool = pg.Pool;'],
  [
    "only-the-server-publishes",
    "lib/api/offer.ts",
    'import Pusher from "pusher";\nexport const pusher = Pusher;',
  ],
  ["seed-looks-down-only", "prisma/seed/seed.ts", 'export { app } from "@/lib/api/app";'],
  ["start-is-the-top", "lib/server/offer/wrong.ts", 'import "@/lib/start/start";'],
  ["product-never-imports-tests", "lib/server/offer/wrong.ts", 'import "@/lib/server/testing/database";'],
  ["imports-resolve", "lib/server/offer/wrong.ts", 'import "@/lib/server/offer/nowhere";'],
  [
    "widget-bundles-stay-small",
    "components/widget/ask.ts",
    'export { Offer } from "@/lib/domain/offer/schema";',
  ],
  [
    "browser-bundles-have-no-server",
    "lib/client/hook.ts",
    'export { acceptOffer } from "@/lib/server/offer/accept-offer";',
  ],
  ["domain-has-no-clock-and-no-chance", "lib/domain/chat/chat.ts", "export const now = () => Date.now();"],
  ["domain-has-no-clock-and-no-chance", "lib/domain/chat/chat.ts", "export const now = () => new Date();"],
  [
    "domain-has-no-clock-and-no-chance",
    "lib/domain/chat/chat.ts",
    "export const roll = () => Math.random();",
  ],
  ["domain-has-no-clock-and-no-chance", "lib/domain/chat/chat.ts", "export const { env } = process;"],
  [
    "no-sql-from-strings",
    "lib/server/offer/wrong.ts",
    "export const run = (db: { $queryRawUnsafe(s: string): void }) => db.$queryRawUnsafe('select 1');",
  ],
  [
    "locks-leave-the-key",
    "lib/server/offer/wrong.ts",
    "export const lock = (id: string) => ['SELECT id FROM questions WHERE id = $1 FOR UPDATE', id];",
  ],
];

test("a wrong import fails the check with the name of its rule and the reason", () => {
  const { status, text } = check(plantTree({ "app/page.ts": 'export { default } from "pg";' }));
  expect(text).toContain("only-the-server-has-the-database: app/page.ts → node_modules/pg/");
  expect(text).toContain("One place decides what a person may read");
  expect(status).toBe(1);
});

test("every rule speaks about its wrong file", () => {
  const files = wrong.map(([, file, text], index) => [numbered(file, index), text]);
  const { text } = check(
    plantTree({
      "lib/start/start.ts": "export const started = true;",
      "lib/server/testing/database.ts": "export const database = true;",
      ...Object.fromEntries(files),
    }),
  );
  const silent = wrong.filter(([rule, file], index) => !text.includes(`${rule}: ${numbered(file, index)}`));
  expect(silent).toEqual([]);
});

test("a circle of two files is named whole", () => {
  const schema = 'import { idOf } from "@/lib/domain/offer/offer";\nexport type Offer = { id: typeof idOf };';
  const { status, text } = check(plantTree({ "lib/domain/offer/schema.ts": schema }));
  expect(text).toMatch(/no-cycles: (lib\/domain\/offer\/\w+\.ts( → )?){3}/);
  expect(status).toBe(1);
});

test("words in comments, own names and given times are no offence", () => {
  const text = [
    "// Date.now and process.env are not for rules, nor is new Date().",
    "export const span = (window: { start: number }, at: number) => new Date(window.start + at);",
    'export const names = { process: 1, fetch: "no" };',
  ].join("\n");
  expect(check(plantTree({ "lib/domain/chat/chat.ts": text })).status).toBe(0);
});

test("tests may use tools and raw statements that the product may not", () => {
  const tree = plantTree({
    "lib/domain/chat/chat.test.ts":
      'import { readFileSync } from "node:fs";\nexport const read = [readFileSync, Date.now()];',
    "lib/server/testing/database.ts":
      "export const run = (db: { $executeRawUnsafe(s: string): void }) => db.$executeRawUnsafe('truncate chat');",
  });
  expect(check(tree).status).toBe(0);
});
