import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";
import { addAttachment } from "@/lib/server/attachment/add-attachment";
import { later } from "@/lib/server/clock";
import { db, pool } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { enqueueMail } from "@/lib/server/mail/enqueue-mail";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeThankedBrand } from "@/lib/server/testing/thanks-world";
import { makeChat, makeQuestion, makeVisitor, morning } from "@/lib/server/testing/world";
import { makeBackup } from "@/lib/start/backup";
import { findTables } from "@/lib/start/database-tables";
import { createProgress } from "@/lib/start/progress";
import { restoreBackup } from "@/lib/start/restore";

const progress = createProgress({ write: () => true });
export const pdf = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);
/** What the text format of COPY must escape, and what other programs stumble over. */
const AWKWARD = "Tab\there, \\N and \\. alone\n\\.\nVélo « 🚲 » \u2028 'quotes' \"double\" =1+1";

/** Runs `work` on one connection of its own. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The rows of a database by table, each as PostgreSQL writes it. */
export async function contentOf(url: string): Promise<Record<string, string[]>> {
  return connected(url, async (client) => {
    const content: Record<string, string[]> = {};
    for (const { name } of await findTables(client)) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM "${name}" t ORDER BY 1`,
      );
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  });
}

/** Every row of every table, without the tables' names. */
export async function rowsOf(url: string): Promise<string[]> {
  return Object.values(await contentOf(url)).flat();
}

/** A new database beside the worker's, without tables; gone after the test. */
export async function makeDatabase(): Promise<string> {
  const name = `restore_${randomBytes(6).toString("hex")}`;
  await pool().query(`CREATE DATABASE ${name} TEMPLATE template0`);
  onTestFinished(async () => {
    await pool().query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  const url = new URL(env().DATABASE_URL);
  url.pathname = `/${name}`;
  return url.href;
}

/** The stored files of a data folder: path and bytes (base64). */
export async function filesOf(dataDir: string): Promise<Record<string, string>> {
  const root = path.join(dataDir, "attachments");
  const found = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: Record<string, string> = {};
  for (const entry of found) {
    if (!entry.isFile()) continue;
    const place = path.join(entry.parentPath, entry.name);
    files[path.relative(root, place)] = (await readFile(place)).toString("base64");
  }
  return files;
}

/**
 * An installation with a morning's life in the worker's database, a folder for backups, and how to make and restore
 * one. For `beforeAll`: nothing here changes it; `end` takes it all away.
 */
export async function makeInstallation() {
  await resetDatabase();
  await rm(env().DATA_DIR, { recursive: true, force: true });
  const folder = await mkdtemp(path.join(tmpdir(), "entraide-backup-"));
  await fillWorld();
  const file = path.join(folder, "backup.tar.gz");
  return {
    url: env().DATABASE_URL,
    folder,
    file,
    /** A new data folder for `restore` to fill. */
    newTarget: () => mkdtemp(path.join(folder, "restored-")),
    backup: (from: { databaseUrl?: string; file?: string } = {}) =>
      makeBackup({
        databaseUrl: env().DATABASE_URL,
        dataDir: env().DATA_DIR,
        file,
        at: morning,
        progress,
        ...from,
      }),
    restore: (to: { databaseUrl: string; dataDir: string; file?: string; migrationsDir?: string }) =>
      restoreBackup({ file, progress, ...to }),
    async end() {
      await resetDatabase();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Chats with files, thanks, journals, and mails that wait. */
async function fillWorld(): Promise<void> {
  const { brand, samir } = await makeThankedBrand();
  const marie = await makeVisitor(brand, { firstName: "Marie\\N" });
  await makeQuestion(brand, await makeVisitor(brand), { text: AWKWARD, state: "left" });
  const chat = await makeChat(brand, marie, samir);
  for (const [index, name] of ["bill.pdf", "manual \\ é.pdf"].entries()) {
    const attachment = await addAttachment({
      party: { visitor: marie },
      chatId: chat.id,
      file: { name, bytes: Buffer.concat([pdf, Buffer.from(name)]) },
      now: morning,
    });
    await db().message.create({
      data: {
        brandId: brand.id,
        chatId: chat.id,
        seq: 2 + index,
        clientId: `client-${index}`,
        author: "visitor",
        body: AWKWARD,
        attachmentId: attachment.id,
        sentAt: later(morning, 5),
      },
    });
  }
  const whose = { brandId: brand.id, visitorId: marie.id, memberId: samir.id };
  await db().rating.create({
    data: {
      ...whose,
      chatId: chat.id,
      segmentId: chat.segment.id,
      stars: 5,
      words: AWKWARD,
      ratedAt: morning,
      thanks: { create: { ...whose, language: "fr", counts: true, thankedAt: morning } },
    },
  });
  await db().routingEvent.createMany({
    data: Array.from({ length: 500 }, (_, index) => ({
      brandId: brand.id,
      questionId: chat.questionId,
      kind: "asked",
      data: { index, text: AWKWARD, big: 1e21, nothing: null },
      at: later(morning, index),
    })),
  });
  await db().audit.create({
    data: {
      brandId: brand.id,
      action: "topic.renamed",
      subject: "topic",
      before: {},
      after: {},
      at: morning,
    },
  });
  await db().setupLink.create({ data: { tokenHash: "old", createdAt: morning, expiresAt: morning } });
  const data = { url: "https://help.example.com/é", host: "help.example.com" };
  await enqueueMail({ to: "nadia@example.com", template: "sign-in", locale: "fr", data });
}
