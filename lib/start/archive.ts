import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { createGunzip, createGzip } from "node:zlib";
import { createTarDecoder, createTarPacker } from "modern-tar";
import { StartError } from "@/lib/start/start-error";

/** The last entry of every archive, in the format of `sha256sum`; an archive that does not end with it is not whole. */
const SUMS = "SHA256SUMS";

/** Names that may stand in an archive: plain words and slashes, nothing that leaves a folder. */
const NAME = /^[A-Za-z0-9_-][\w.-]*(\/[A-Za-z0-9_-][\w.-]*)*$/;

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Adds one entry of exactly so many bytes. */
export type AddEntry = (name: string, size: number, bytes: Bytes) => Promise<void>;

/**
 * Writes a gzipped tar archive that ends with the SHA-256 sums of its entries. The file appears under its name when
 * it is whole and on the disk; it is readable by its owner alone. Throws a `StartError` when the name is taken, and
 * whatever `fill` throws, leaving nothing behind.
 *
 * @returns the archive's size in bytes
 */
export async function writeArchive(file: string, fill: (add: AddEntry) => Promise<void>): Promise<number> {
  if (await exists(file))
    throw new StartError(`${file} exists already. Choose another name, or move it away.`);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${randomUUID()}.half`;
  const out = await open(half, "wx", 0o600);
  const { readable, controller } = createTarPacker();
  const storing = pipeline(
    Readable.fromWeb(readable as unknown as NodeReadableStream<Uint8Array>),
    createGzip(),
    out.createWriteStream({ flush: true }),
  );
  // Waited for below; until then a full disk must not count as unheard.
  storing.catch(() => undefined);
  try {
    const sums: string[] = [];
    const add: AddEntry = async (name, size, bytes) => {
      const hash = createHash("sha256");
      const writer = controller.add({ name, size, type: "file", mode: 0o600 }).getWriter();
      for await (const chunk of bytes) {
        hash.update(chunk);
        await writer.write(chunk);
      }
      await writer.close();
      sums.push(`${hash.digest("hex")}  ${name}\n`);
    };
    await fill(add);
    const text = Buffer.from(sums.join(""));
    await add(SUMS, text.byteLength, [text]);
    controller.finalize();
    await storing;
    const { size } = await stat(half);
    await rename(half, file);
    return size;
  } catch (error) {
    controller.error(error);
    // A disk that is full tells us first by the archive's end, and that is the reason worth telling.
    const cause = await storing.then(
      () => error,
      (reason: unknown) => reason ?? error,
    );
    await rm(half, { force: true });
    throw cause;
  }
}

/**
 * Reads an archive of `writeArchive` from its beginning to its end and hands over each entry in its order; what
 * `receive` leaves unread is read for the sums. Resolves when the end is there and every byte is as it was written.
 * Throws a `StartError` for anything else, after some entries were handed over: read once without using anything.
 */
export async function readArchive(
  file: string,
  receive: (name: string, body: AsyncIterable<Uint8Array>) => Promise<void> = async () => undefined,
): Promise<void> {
  if (!(await exists(file))) throw new StartError(`There is no file ${file}.`);
  const gunzip = createGunzip();
  const reading = pipeline(createReadStream(file), gunzip);
  reading.catch(() => undefined);
  let failure: { error: unknown } | undefined;
  const sums: string[] = [];
  let isWhole = false;
  try {
    const entries = (
      Readable.toWeb(gunzip) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>
    ).pipeThrough(createTarDecoder({ strict: true }));
    for await (const { header, body } of entries as unknown as NodeReadableStream<Entry>) {
      const { name } = header;
      if (isWhole || header.type !== "file" || !NAME.test(name)) throw new Damage("an entry is out of place");
      const chunks = body as unknown as NodeReadableStream<Uint8Array>;
      if (name === SUMS) {
        if ((await textOf(chunks)) !== sums.join("")) throw new Damage("its checksums do not fit");
        isWhole = true;
        continue;
      }
      const hash = createHash("sha256");
      const hashed = hashing(chunks, hash);
      await receive(name, hashed).catch((error: unknown) => {
        if (!(error instanceof Damage)) failure = { error };
        throw error;
      });
      for await (const _ of hashed);
      sums.push(`${hash.digest("hex")}  ${name}\n`);
    }
    await reading;
  } catch (error) {
    gunzip.destroy();
    await reading.catch(() => undefined);
    if (failure) throw failure.error;
    throw refusal(file, error);
  }
  if (!isWhole) throw refusal(file, new Damage("its end is missing"));
}

type Entry = { header: { name: string; type?: string }; body: ReadableStream<Uint8Array> };

class Damage extends Error {}

function refusal(file: string, error: unknown): StartError {
  const { code = "", message } = error as { code?: string; message: string };
  if (["EACCES", "EISDIR", "EIO"].includes(code))
    return new StartError(`${file} cannot be read: ${message}.`);
  return new StartError(
    `${file} is no backup of Entraide, or it is damaged (${message}). Nothing was changed. Copy it again from where it was made, or take an earlier one.`,
  );
}

/** What goes wrong in here is the archive's fault, wherever its bytes were being used. */
async function* hashing(chunks: AsyncIterable<Uint8Array>, hash: { update(chunk: Uint8Array): unknown }) {
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw new Damage((error as Error).message);
  }
}

/** All of a small entry. */
export async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
