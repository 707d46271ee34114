import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readArchive, textOf, writeArchive } from "@/lib/start/archive";

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
const at = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "entraide-archive-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const noise = randomBytes(300_000);

async function writeSample(file: string): Promise<void> {
  await writeArchive(file, async (add) => {
    await add("manifest.json", 2, [Buffer.from("{}")]);
    await add("tables/empty/000001.copy", 0, []);
    await add("files/attachments/ab/abcdef", noise.length, [noise.subarray(0, 7), noise.subarray(7)]);
    await add("tables/last/000001.copy", 5, [Buffer.from("a\tb\nc")]);
  });
}

async function entriesOf(file: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await readArchive(file, async (name, body) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    found[name] = Buffer.concat(chunks).toString("base64");
  });
  return found;
}

describe("an archive", () => {
  it("gives back every entry, in its order, byte by byte", async () => {
    await writeSample(at("a.tar.gz"));
    const entries = await entriesOf(at("a.tar.gz"));
    expect(Object.keys(entries)).toEqual([
      "manifest.json",
      "tables/empty/000001.copy",
      "files/attachments/ab/abcdef",
      "tables/last/000001.copy",
    ]);
    expect(entries["files/attachments/ab/abcdef"]).toBe(noise.toString("base64"));
    expect(entries["tables/empty/000001.copy"]).toBe("");
  });

  it.runIf(process.platform === "linux")("can be read and checked without us", async () => {
    await writeSample(at("a.tar.gz"));
    execFileSync("tar", ["-xzf", "a.tar.gz"], { cwd: folder });
    expect(execFileSync("sha256sum", ["-c", "SHA256SUMS"], { cwd: folder, encoding: "utf8" })).toContain(
      "files/attachments/ab/abcdef: OK",
    );
  });

  it("is its owner's alone and leaves nothing half done", async () => {
    await writeSample(at("a.tar.gz"));
    expect(statSync(at("a.tar.gz")).mode & 0o777).toBe(0o600);
    await expect(
      writeArchive(at("b.tar.gz"), async (add) => {
        await add("manifest.json", 2, [Buffer.from("{}")]);
        throw new Error("the database went away");
      }),
    ).rejects.toThrow("the database went away");
    expect(readdirSync(folder)).toEqual(["a.tar.gz"]);
  });

  it("does not write over another file", async () => {
    writeFileSync(at("a.tar.gz"), "mine");
    await expect(writeSample(at("a.tar.gz"))).rejects.toThrow(/exists already/);
    expect(readFileSync(at("a.tar.gz"), "utf8")).toBe("mine");
  });

  it("hands on what the receiver throws, as it is", async () => {
    await writeSample(at("a.tar.gz"));
    const mine = new Error("a row was refused");
    await expect(
      readArchive(at("a.tar.gz"), async () => {
        throw mine;
      }),
    ).rejects.toBe(mine);
  });

  it("is refused wherever it was cut", async () => {
    await writeSample(at("a.tar.gz"));
    const whole = readFileSync(at("a.tar.gz"));
    const step = Math.ceil(whole.length / 20);
    const cuts = [0, 1, 9, 10, 11, 18];
    for (let cut = step; cut < whole.length; cut += step) cuts.push(cut);
    for (let cut = whole.length - 30; cut < whole.length; cut += 1) cuts.push(cut);
    for (const cut of cuts) {
      writeFileSync(at("cut.tar.gz"), whole.subarray(0, cut));
      for (const read of [readArchive, entriesOf]) {
        await expect(read(at("cut.tar.gz")), `cut at ${cut}`).rejects.toMatchObject({
          code: "START_REFUSED",
        });
      }
    }
  });

  it("is refused when its tar was cut and packed anew", async () => {
    await writeSample(at("a.tar.gz"));
    const tar = gunzipSync(readFileSync(at("a.tar.gz")));
    for (let cut = 0; cut < tar.length - 1024; cut += cut < 4096 ? 256 : 16_384) {
      writeFileSync(at("cut.tar.gz"), gzipSync(tar.subarray(0, cut)));
      await expect(readArchive(at("cut.tar.gz")), `cut at ${cut}`).rejects.toMatchObject({
        code: "START_REFUSED",
      });
    }
  });

  it("is refused when a byte of it was changed", async () => {
    await writeSample(at("a.tar.gz"));
    const tar = gunzipSync(readFileSync(at("a.tar.gz")));
    const contents = [
      512,
      512 + 1,
      2048,
      2048 + 512,
      100_000,
      tar.indexOf("a\tb\nc"),
      tar.indexOf("SHA256SUMS") + 600,
    ];
    for (const place of contents) {
      const changed = Buffer.from(tar);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(at("changed.tar.gz"), gzipSync(changed));
      await expect(readArchive(at("changed.tar.gz")), `changed at ${place}`).rejects.toMatchObject({
        code: "START_REFUSED",
      });
    }
  });

  it("is refused when something was added behind its end", async () => {
    await writeSample(at("a.tar.gz"));
    const tar = gunzipSync(readFileSync(at("a.tar.gz")));
    const sums = tar.lastIndexOf("SHA256SUMS");
    const again = tar.subarray(0, 1024);
    const end = tar.subarray(sums, tar.length - 1024);
    writeFileSync(
      at("more.tar.gz"),
      gzipSync(Buffer.concat([tar.subarray(0, sums), end, again, Buffer.alloc(1024)])),
    );
    await expect(readArchive(at("more.tar.gz"))).rejects.toThrow(/out of place/);
  });

  it("may not name a place outside", async () => {
    for (const name of ["../evil", "/etc/evil", "files/../../evil", "files//x", ".env"]) {
      await writeArchive(at("evil.tar.gz"), async (add) => add(name, 2, [Buffer.from("{}")]));
      await expect(readArchive(at("evil.tar.gz")), name).rejects.toThrow(/out of place/);
      rmSync(at("evil.tar.gz"));
    }
  });

  it("is told from other files and from none", async () => {
    await expect(readArchive(at("none"))).rejects.toThrow("There is no file");
    await expect(readArchive(folder)).rejects.toMatchObject({ code: "START_REFUSED" });
    writeFileSync(at("photo.jpg"), noise);
    await expect(readArchive(at("photo.jpg"))).rejects.toThrow(/is no backup/);
    writeFileSync(at("other.gz"), gzipSync("hello"));
    await expect(readArchive(at("other.gz"))).rejects.toThrow(/is no backup/);
    writeFileSync(at("nothing.tar.gz"), gzipSync(Buffer.alloc(1024)));
    await expect(readArchive(at("nothing.tar.gz"))).rejects.toThrow(/its end is missing/);
  });
});

describe("textOf", () => {
  it("joins what a character was cut by", async () => {
    const bytes = Buffer.from("é");
    async function* halves() {
      yield bytes.subarray(0, 1);
      yield bytes.subarray(1);
    }
    expect(await textOf(halves())).toBe("é");
  });
});
