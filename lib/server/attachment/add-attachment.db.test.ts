import { readdir, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { maxUploadBytes } from "@/lib/domain/chat/attachment";
import { addAttachment } from "@/lib/server/attachment/add-attachment";
import { readAttachment } from "@/lib/server/attachment/read-attachment";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";
import { resetDatabase } from "@/lib/server/testing/database";
import { makeBrand, makeChat, makeMember, makeVisitor, morning } from "@/lib/server/testing/world";

vi.setConfig({ testTimeout: 30_000 });

const folder = () => path.join(env().DATA_DIR, "attachments");

beforeEach(async () => {
  await resetDatabase();
  await rm(folder(), { recursive: true, force: true });
});

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const canvas = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 30, g: 91, b: 67 } } });
const place = (latitude: string) => ({ IFD3: { GPSLatitude: latitude, GPSLatitudeRef: "N" } });

async function files(): Promise<string[]> {
  const names = await readdir(folder(), { recursive: true, withFileTypes: true }).catch(() => []);
  return names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** A running chat between Marie and Samir. */
async function talk() {
  const brand = await makeBrand();
  const samir = await makeMember(brand);
  const marie = await makeVisitor(brand);
  const chat = await makeChat(brand, marie, samir);
  return { brand, samir, marie, chat };
}

function queryOf(url: string) {
  const { pathname, searchParams } = new URL(url, "https://help.example.com");
  return {
    attachmentId: pathname.split("/").at(-1) ?? "",
    expires: Number(searchParams.get("expires")),
    signature: searchParams.get("signature") ?? "",
  };
}

describe("addAttachment", () => {
  it("keeps a picture upright, smaller, and without what its camera wrote into it", async () => {
    const { samir, chat } = await talk();
    const photo = await canvas(3000, 1500)
      .jpeg()
      .withExif(place("45/1 45/1 0/1"))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const file = { name: "../IMG 0042.jpeg", bytes: photo };
    const view = await addAttachment({ party: { member: samir }, chatId: chat.id, file, now: morning });
    expect(view).toMatchObject({ name: "IMG 0042.jpg", mime: "image/jpeg", width: 1000, height: 2000 });

    const read = await readAttachment({ ...queryOf(view.url), now: morning });
    expect(read).toMatchObject({ name: "IMG 0042.jpg", mime: "image/jpeg", isImage: true });
    const { exif, orientation, width, height } = await sharp(read.bytes).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 1000,
      height: 2000,
    });
    expect(read.bytes.byteLength).toBe(view.byteSize);
  });

  it.each([
    ["png", "image/png", () => canvas(40, 30).png().toBuffer()],
    ["webp", "image/webp", () => canvas(40, 30).webp().toBuffer()],
    ["gif", "image/png", () => canvas(40, 30).gif().toBuffer()],
  ])("keeps a %s as %s, never larger than it came", async (_, mime, make) => {
    const { marie, chat } = await talk();
    const file = { name: "x.html", bytes: await make() };
    const view = await addAttachment({ party: { visitor: marie }, chatId: chat.id, file, now: morning });
    expect(view).toMatchObject({ mime, width: 40, height: 30 });
  });

  it("keeps a PDF byte for byte, to be saved and never shown", async () => {
    const { marie, chat } = await talk();
    const file = { name: "bill.png", bytes: pdf };
    const view = await addAttachment({ party: { visitor: marie }, chatId: chat.id, file, now: morning });
    expect(view).toMatchObject({ name: "bill.pdf", mime: "application/pdf", width: null, height: null });
    const { bytes, isImage } = await readAttachment({ ...queryOf(view.url), now: morning });
    expect(Buffer.from(bytes).equals(pdf)).toBe(true);
    expect(isImage).toBe(false);
    const [stored = ""] = await files();
    expect(stored).toMatch(/attachments\/([0-9a-f]{2})\/\1[0-9a-f]{30}$/);
    expect((await stat(stored)).mode & 0o077).toBe(0);
    expect((await readFile(stored)).equals(pdf)).toBe(true);
  });

  it.each([
    ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "FILE_KIND_REFUSED"],
    ["HTML", Buffer.from("<!doctype html><script>alert(1)</script>"), "FILE_KIND_REFUSED"],
    ["a program", Buffer.from("MZ\u0090\u0000\u0003", "latin1"), "FILE_KIND_REFUSED"],
    ["nothing", Buffer.alloc(0), "FILE_KIND_REFUSED"],
    ["a TIFF", Buffer.from("49492a0008000000", "hex"), "FILE_KIND_REFUSED"],
    ["half a JPEG", Buffer.from("ffd8ffe000104a46494600010100", "hex"), "FILE_BROKEN"],
    ["too much", Buffer.concat([pdf, Buffer.alloc(maxUploadBytes)]), "FILE_TOO_LARGE"],
  ])("refuses %s", async (_, bytes, code) => {
    const { marie, chat } = await talk();
    const file = { name: "photo.jpg", bytes };
    const adding = addAttachment({ party: { visitor: marie }, chatId: chat.id, file, now: morning });
    await expect(adding).rejects.toMatchObject({ code });
    expect(await files()).toEqual([]);
  });

  it("refuses a small file that unpacks to a huge picture", async () => {
    const { marie, chat } = await talk();
    const bomb = await canvas(8_000, 8_000).png({ compressionLevel: 2 }).toBuffer();
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    const file = { name: "bomb.png", bytes: bomb };
    const adding = addAttachment({ party: { visitor: marie }, chatId: chat.id, file, now: morning });
    await expect(adding).rejects.toMatchObject({ code: "FILE_BROKEN" });
  });

  it("is open to nobody but the two who talk", async () => {
    const { brand, chat } = await talk();
    const other = await talk();
    const file = { name: "a.pdf", bytes: pdf };
    const strangers = [
      { visitor: await makeVisitor(brand) },
      { visitor: other.marie },
      { member: await makeMember(brand, { name: "Nadia B." }) },
      { member: await makeMember(brand, { name: "Hélène F.", role: "manager" }) },
      { member: other.samir },
    ] as const;
    for (const party of strangers) {
      await expect(addAttachment({ party, chatId: chat.id, file, now: morning })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect(await files()).toEqual([]);
  });

  it("is over when the chat is over, and leaves no file behind", async () => {
    const { samir, marie, chat } = await talk();
    await db().chat.update({ where: { id: chat.id }, data: { state: "ended" } });
    await db().segment.update({ where: { id: chat.segment.id }, data: { state: "ended" } });
    const file = { name: "a.pdf", bytes: pdf };
    for (const party of [{ visitor: marie }, { member: samir }]) {
      await expect(addAttachment({ party, chatId: chat.id, file, now: morning })).rejects.toMatchObject({
        code: "CHAT_ENDED",
      });
    }
    expect(await files()).toEqual([]);
  });

  it("leaves no file behind when the chat ends while the file is stored", async () => {
    const { marie, chat } = await talk();
    const file = { name: "a.pdf", bytes: pdf };
    const adding = await db().$transaction(async (tx) => {
      // Ended, but not yet for others: the upload begins, and then waits for this transaction.
      await tx.chat.update({ where: { id: chat.id }, data: { state: "ended" } });
      const outcome = addAttachment({ party: { visitor: marie }, chatId: chat.id, file, now: morning }).catch(
        (error: unknown) => error,
      );
      await vi.waitFor(async () => expect(await files()).toHaveLength(1));
      return { outcome };
    });
    expect(await adding.outcome).toMatchObject({ code: "CHAT_ENDED" });
    expect(await files()).toEqual([]);
    expect(await db().attachment.count()).toBe(0);
  });
});

describe("readAttachment", () => {
  it("takes no address but one that we signed, for as long as it works", async () => {
    const { marie, chat } = await talk();
    const add = (name: string) =>
      addAttachment({ party: { visitor: marie }, chatId: chat.id, file: { name, bytes: pdf }, now: morning });
    const [first, second] = [queryOf((await add("a.pdf")).url), queryOf((await add("b.pdf")).url)];
    const read = (query: ReturnType<typeof queryOf>, at = morning) => readAttachment({ ...query, now: at });
    expect((await read(first, later(morning, 3600))).name).toBe("a.pdf");
    const refused = [
      read({ ...first, attachmentId: second.attachmentId }),
      read({ ...first, expires: first.expires + 1 }),
      read({ ...first, signature: second.signature }),
      read({ ...first, signature: "0".repeat(64) }),
      read(first, new Date(first.expires * 1000)),
    ];
    for (const reading of refused) await expect(reading).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps its address for a while, so that a picture is not fetched again", async () => {
    const { marie, chat } = await talk();
    const file = { name: "a.pdf", bytes: pdf };
    await addAttachment({ party: { visitor: marie }, chatId: chat.id, file, now: morning });
    const { attachmentView } = await import("@/lib/server/attachment/attachment-view");
    const row = await db().attachment.findFirstOrThrow();
    const address = (seconds: number) => attachmentView(row, later(morning, seconds)).url;
    expect(address(1799)).toBe(address(0));
    expect(address(1800)).not.toBe(address(0));
  });

  it("says so when the file is gone from the disk", async () => {
    const said = vi.spyOn(log, "error").mockReturnValue();
    const { marie, chat } = await talk();
    const file = { name: "a.pdf", bytes: pdf };
    const { url } = await addAttachment({ party: { visitor: marie }, chatId: chat.id, file, now: morning });
    for (const stored of await files()) await rm(stored);
    await expect(readAttachment({ ...queryOf(url), now: morning })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(said).toHaveBeenCalledWith(
      { attachmentId: queryOf(url).attachmentId },
      "a stored file is missing",
    );
    said.mockRestore();
  });
});
