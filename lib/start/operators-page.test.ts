import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Env } from "@/lib/server/env";
import packageJson from "@/package.json" with { type: "json" };

const read = (file: string) => readFileSync(file, "utf8");
const page = read("docs/operators.md");
const example = read(".env.example");
const compose = read("compose.yaml");
const dockerfile = read("Dockerfile");
const ignored = read(".dockerignore").split("\n");

const variables = Object.keys(Env.shape);

describe("what operators read", () => {
  it("explains every variable that the product reads, and no other", () => {
    const explained = [...example.matchAll(/^# ([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(explained.sort()).toEqual([...variables].sort());
    const section = page.slice(page.indexOf("## Configure"), page.indexOf("## A proxy"));
    const rows = section.split("\n").filter((line) => line.startsWith("| `"));
    const table = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([A-Z][A-Z_]+)`/g)]);
    expect(table.map(([, name]) => name).sort()).toEqual([...variables].sort());
  });

  it("names only commands and files that exist", () => {
    for (const [, command] of page.matchAll(/npm run (?:--silent )?([\w:]+)/g)) {
      expect(Object.keys(packageJson.scripts), command).toContain(command);
    }
    for (const [, file] of page.matchAll(/node (?:--import tsx )?(lib\/\S+)/g))
      expect(existsSync(file ?? ""), file).toBe(true);
    for (const [, anchor] of page.matchAll(/\]\(#([\w-]+)\)/g)) {
      const titles = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
        title?.toLowerCase().replaceAll(" ", "-"),
      );
      expect(titles).toContain(anchor);
    }
  });
});

describe("the image and its composition", () => {
  it("set only variables that are read", () => {
    const app = compose.slice(compose.indexOf("  app:"));
    const set = [...app.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name);
    expect(set).toContain("DATABASE_URL");
    for (const name of set) expect(variables).toContain(name);
    const inImage = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, line]) =>
      (line ?? "").split(" ").map((pair) => pair.split("=")[0]),
    );
    for (const name of inImage) expect([...variables, "NODE_ENV", "NEXT_TELEMETRY_DISABLED"]).toContain(name);
  });

  it("hold no password", () => {
    for (const line of compose
      .split("\n")
      .filter((line) => /PASSWORD|SECRET/.test(line) && !line.startsWith("#"))) {
      expect(line).toMatch(/\$\{POSTGRES_PASSWORD/);
    }
    expect(dockerfile).not.toMatch(/PASSWORD|SECRET/);
    expect(ignored).toEqual(expect.arrayContaining([".env", ".env.*", ".data", ".git"]));
  });

  it("copy what is there, and run what `npm start` runs, as nobody special", () => {
    for (const [, list] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const file of (list ?? "").split(" ")) expect(existsSync(file), file).toBe(true);
    }
    const command = JSON.parse(/^CMD (\[.+\])$/m.exec(dockerfile)?.[1] ?? "[]") as string[];
    expect(command.join(" ")).toBe(packageJson.scripts.start);
    expect(dockerfile).toMatch(/^USER node$/m);
  });
});
