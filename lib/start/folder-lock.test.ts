import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findHolder, lockFolder } from "@/lib/start/folder-lock";

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "entraide-lock-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

/** Another living Node process. */
async function another(): Promise<ChildProcess & { pid: number }> {
  const child = spawn(process.execPath, ["-e", "process.stdin.resume(); process.stdout.write('up')"]);
  children.push(child);
  await once(child.stdout, "data");
  return child as ChildProcess & { pid: number };
}

const leave = (holder: object | string) =>
  writeFile(path.join(folder, "running.json"), typeof holder === "string" ? holder : JSON.stringify(holder));

describe("lockFolder", () => {
  it("refuses a second one and names where the first answers", async () => {
    const { pid } = await another();
    await leave({ pid, address: "http://localhost:3000" });
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: "START_REFUSED",
      message: expect.stringMatching(/already running in this folder at http:\/\/localhost:3000/),
    });
    expect(await findHolder(folder)).toEqual({ pid, address: "http://localhost:3000" });
  });

  it("takes over from a dead process", async () => {
    const child = await another();
    await leave({ pid: child.pid, address: "http://localhost:3000" });
    child.kill("SIGKILL");
    await once(child, "exit");
    const lock = await lockFolder(folder);
    await lock.announce("http://localhost:4000");
    expect(JSON.parse(await readFile(path.join(folder, "running.json"), "utf8"))).toEqual({
      pid: process.pid,
      address: "http://localhost:4000",
    });
    expect(await readdir(folder)).toEqual(["running.json"]);
  });

  it("takes over from its own number, as containers hand out the same ones, and from half a file", async () => {
    await leave({ pid: process.pid, address: "http://localhost:3000" });
    await (await lockFolder(folder)).release();
    await leave('{"pid":');
    await lockFolder(folder);
    expect(JSON.parse(await readFile(path.join(folder, "running.json"), "utf8")).pid).toBe(process.pid);
  });

  it("leaves the folder free when released, and never frees another's", async () => {
    const lock = await lockFolder(folder);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
    const { pid } = await another();
    await leave({ pid });
    await lock.release();
    expect(await findHolder(folder)).toMatchObject({ pid });
  });
});
