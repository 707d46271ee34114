import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addAttachment } from "@/lib/server/attachment/add-attachment";
import { forgetUnsent } from "@/lib/server/attachment/forget-unsent";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { startJobs } from "@/lib/server/job/worker";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeChat, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const day = 24 * 3600;
let stop: (() => Promise<void>) | undefined;

beforeEach(async () => {
  await resetDatabase();
  await rm(env().DATA_DIR, { recursive: true, force: true });
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function talk() {
  const brand = await makeBrand();
  const marie = await makeVisitor(brand);
  const chat = await makeChat(brand, marie, await makeMember(brand));
  return {
    chat,
    upload: (name: string, now: Date) =>
      addAttachment({ party: { visitor: marie }, chatId: chat.id, file: { name, bytes: pdf }, now }),
    send: (attachmentId: string, seq: number) => ({
      brandId: brand.id,
      chatId: chat.id,
      seq,
      clientId: `client-${seq}`,
      author: "visitor" as const,
      body: "",
      attachmentId,
      sentAt: morning,
    }),
  };
}

async function kept(): Promise<string[]> {
  const rows = await db().attachment.findMany({ orderBy: { name: "asc" }, select: { name: true } });
  return rows.map(({ name }) => name);
}

async function fileCount(): Promise<number> {
  const entries = await readdir(path.join(env().DATA_DIR, "attachments"), {
    recursive: true,
    withFileTypes: true,
  });
  return entries.filter((entry) => entry.isFile()).length;
}

describe("forgetUnsent", () => {
  it("deletes what was uploaded a day ago and never sent, files too", { timeout: 60_000 }, async () => {
    const { upload, send } = await talk();
    await upload("forgotten.pdf", morning);
    const sent = await upload("sent.pdf", morning);
    await upload("young.pdf", later(morning, 1));
    await db().message.create({ data: send(sent.id, 2) });
    expect(await fileCount()).toBe(3);

    await forgetUnsent({ now: later(morning, day - 1) });
    expect(await kept()).toEqual(["forgotten.pdf", "sent.pdf", "young.pdf"]);
    await forgetUnsent({ now: later(morning, day) });
    expect(await kept()).toEqual(["sent.pdf", "young.pdf"]);
    ({ stop } = await startJobs());
    await vi.waitFor(async () => expect(await fileCount()).toBe(2), { timeout: 20_000, interval: 20 });
  });

  it("gets through more than one batch", async () => {
    const { chat } = await talk();
    await db().attachment.createMany({
      data: Array.from({ length: 450 }, (_, index) => ({
        brandId: chat.brandId,
        chatId: chat.id,
        author: "visitor" as const,
        name: `${index}.pdf`,
        mime: "application/pdf",
        byteSize: 1,
        storageKey: index.toString(16).padStart(32, "0"),
        createdAt: morning,
      })),
    });
    await forgetUnsent({ now: later(morning, day) });
    expect(await kept()).toEqual([]);
  });

  it("leaves one that is being sent at this moment", async () => {
    const { chat, upload } = await talk();
    const { id } = await upload("now.pdf", morning);
    const sender = new pg.Client({ connectionString: env().DATABASE_URL });
    await sender.connect();
    await sender.query("BEGIN");
    await sender.query(
      `INSERT INTO messages (brand_id, chat_id, seq, client_id, author, body, attachment_id, sent_at)
       VALUES ($1, $2, 2, 'client-2', 'visitor', '', $3, now())`,
      [chat.brandId, chat.id, id],
    );
    await forgetUnsent({ now: later(morning, day) });
    await sender.query("COMMIT");
    await sender.end();
    const message = await db().message.findFirstOrThrow({ where: { clientId: "client-2" } });
    expect(message.attachmentId).toBe(id);
    expect(await kept()).toEqual(["now.pdf"]);
  });
});
