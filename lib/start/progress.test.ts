import { describe, expect, it } from "vitest";
import { createProgress } from "@/lib/start/progress";

function record(isTTY: boolean) {
  let text = "";
  let clock = 0;
  const progress = createProgress({ isTTY, write: (chunk) => (text += chunk) }, () => (clock += 1_500));
  return { progress, text: () => text };
}

describe("createProgress", () => {
  it("writes one line a step with its duration, and hands on the result", async () => {
    const { progress, text } = record(false);
    expect(
      await progress.step(
        "Migrations",
        async () => 3,
        (count) => `${count} applied`,
      ),
    ).toBe(3);
    expect(text()).toMatch(/^ {2}✓ Migrations: 3 applied +1\.5 s\n$/);
  });

  it("lets a line stand on a terminal while the step runs, and sentences above it", async () => {
    const { progress, text } = record(true);
    await progress.step("Database", async () => progress.say("It lies elsewhere."));
    const lines = text().split("\r\u001b[2K");
    expect(lines[0]).toBe("  · Database …");
    expect(lines[1]).toBe("  It lies elsewhere.\n");
    expect(lines.at(-1)).toMatch(/✓ Database +1\.5 s\n$/);
  });

  it("measures with the machine's own clock", async () => {
    let text = "";
    const progress = createProgress({ write: (chunk) => (text += chunk) });
    await progress.step("Database", async () => undefined);
    expect(text).toMatch(/✓ Database +\d+\.\d s\n$/);
  });

  it("passes a failure on and claims no success", async () => {
    const { progress, text } = record(false);
    await expect(progress.step("Build", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(text()).not.toContain("✓");
  });

  it("shows how far long work is on a terminal, and nowhere else", async () => {
    for (const isTTY of [true, false]) {
      const { progress, text } = record(isTTY);
      await progress.step("Files", async (tell) => tell("12 of 80"));
      expect(text().includes("\r\u001b[2K  · Files: 12 of 80")).toBe(isTTY);
      expect(text()).toMatch(/✓ Files +1\.5 s\n$/);
    }
  });
});
