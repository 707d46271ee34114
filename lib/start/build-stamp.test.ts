import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hasBuild, isBuilt, sourceStamp, writeStamp } from "@/lib/start/build-stamp";

let root: string;

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

async function build(): Promise<void> {
  const stamp = await sourceStamp(root);
  for (const result of [".next/BUILD_ID", ".next/entraide/start.mjs", "public/widget.js", "public/panel.js"])
    await write(result, "x");
  await writeStamp(root, stamp);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "entraide-build-"));
  await write("app/page.tsx", "page");
  await write("lib/domain/rule.ts", "rule");
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

describe("isBuilt", () => {
  it("is true after a build, and not before", async () => {
    expect(await isBuilt(root)).toBe(false);
    await build();
    expect(await isBuilt(root)).toBe(true);
  });

  it.each(["app/page.tsx", "lib/new.ts", "components/ui/x.css", "prisma/schema/x.prisma", "next.config.mjs"])(
    "is false once %s has changed",
    async (file) => {
      await build();
      await write(file, "another text");
      expect(await isBuilt(root)).toBe(false);
    },
  );

  it("is false once a source is gone, or a result", async () => {
    await build();
    await rm(path.join(root, "lib/domain/rule.ts"));
    expect(await isBuilt(root)).toBe(false);
    await build();
    await rm(path.join(root, "public/panel.js"));
    expect(await isBuilt(root)).toBe(false);
    expect(await hasBuild(root)).toBe(false);
  });

  it.each([
    "lib/domain/rule.test.ts",
    "lib/server/testing/world.ts",
    "prisma/generated/client.ts",
    "README.md",
  ])("does not mind %s", async (file) => {
    await build();
    await write(file, "text");
    expect(await isBuilt(root)).toBe(true);
  });

  it("counts a source edited during the build as changed", async () => {
    const stamp = await sourceStamp(root);
    await write("app/page.tsx", "edited meanwhile");
    await build();
    await writeStamp(root, stamp);
    expect(await isBuilt(root)).toBe(false);
  });
});
