import { appendFile, chmod, mkdtemp, readFile, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSecrets, withSecrets } from "@/lib/start/secrets";

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "entraide-secrets-"));
  file = path.join(folder, "data", "secrets.env");
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const load = () => loadSecrets(path.join(folder, "data"));

describe("loadSecrets", () => {
  it("makes them up once, for their owner alone", async () => {
    const first = await load();
    expect(await load()).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    for (const [name, value] of Object.entries(first)) {
      expect(value.length, name).toBeGreaterThan(10);
      expect(await readFile(file, "utf8")).toContain(`${name}=${value}\n`);
    }
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  });

  it("differs between installations", async () => {
    const here = await load();
    const there = await loadSecrets(path.join(folder, "elsewhere"));
    for (const name of Object.keys(here) as (keyof typeof here)[]) expect(there[name]).not.toBe(here[name]);
  });

  it("ends with the same secrets for starters that race", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, load));
    for (const secrets of all) expect(secrets).toEqual(all[0]);
    expect(await load()).toEqual(all[0]);
  });

  it("adds what a newer version needs and keeps the rest", async () => {
    const first = await load();
    const text = await readFile(file, "utf8");
    await rm(file);
    await appendFile(file, text.replace(/^ATTACHMENT_SECRET=.*\n/m, ""));
    const second = await load();
    expect(second.ATTACHMENT_SECRET).toMatch(/^[\w-]{43}$/);
    expect({ ...second, ATTACHMENT_SECRET: "" }).toEqual({ ...first, ATTACHMENT_SECRET: "" });
  });

  it("does not take half a line for a secret", async () => {
    const first = await load();
    const { size } = await stat(file);
    await truncate(file, size - 8);
    const second = await load();
    expect(second.POSTGRES_PASSWORD).toMatch(/^[\w-]{32}$/);
    expect(first.POSTGRES_PASSWORD.startsWith(second.POSTGRES_PASSWORD)).toBe(false);
    expect({ ...second, POSTGRES_PASSWORD: "" }).toEqual({ ...first, POSTGRES_PASSWORD: "" });
  });

  it("closes a file that was opened to others", async () => {
    await load();
    await chmod(file, 0o644);
    await load();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

describe("withSecrets", () => {
  it("lets the environment win, and never passes on the database's password", async () => {
    const secrets = await load();
    const completed = withSecrets({ NEXTAUTH_SECRET: "mine", PUSHER_KEY: "" }, secrets);
    expect(completed.NEXTAUTH_SECRET).toBe("mine");
    expect(completed.PUSHER_KEY).toBe(secrets.PUSHER_KEY);
    expect(Object.values(completed)).not.toContain(secrets.POSTGRES_PASSWORD);
  });

  it.each(["PUSHER_HOST", "PUSHER_CLUSTER"])("invents no keys for a server named by %s", async (name) => {
    const completed = withSecrets({ [name]: "x" }, await load());
    expect(Object.keys(completed).filter((key) => key.startsWith("PUSHER_"))).toEqual([name]);
    expect(completed.NEXTAUTH_SECRET).toBeDefined();
  });
});
