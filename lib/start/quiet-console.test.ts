import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { endQuietly, quietConsole } from "@/lib/start/quiet-console";

let written: string[];
let undo: () => void;

beforeEach(() => {
  written = [];
  const keep = (text: unknown) => {
    written.push(String(text));
    return true;
  };
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  vi.spyOn(console, "error").mockImplementation(keep);
  vi.spyOn(console, "warn").mockImplementation(keep);
  undo = quietConsole();
});
afterEach(() => {
  undo();
  vi.restoreAllMocks();
});

it("keeps what a failed page quotes out of the log, and says where it failed", () => {
  const error = Object.assign(new Error("Key (email)=(marie@example.com) exists"), { code: "P2002" });
  console.error(" ⨯", "unhandledRejection: ", error);
  console.warn({ email: "marie@example.com" });
  expect(written.join("")).not.toContain("marie");
  expect(JSON.parse(written[0] ?? "")).toMatchObject({
    level: "error",
    error: "Error",
    code: "P2002",
    at: expect.any(Array) as unknown,
  });
});

it("lets words about the program through, and everything once it is taken back", () => {
  console.warn("slow file system");
  undo();
  console.error(new Error("as before"));
  expect(written).toEqual(["slow file system", "Error: as before"]);
});

it("ends a process that broke without printing the error whole", () => {
  const before = process.listeners("uncaughtException");
  const exit = vi.fn();
  endQuietly(exit);
  const [added] = process.listeners("uncaughtException").filter((listener) => !before.includes(listener));
  added?.(new Error("for marie@example.com"), "uncaughtException");
  if (added) process.off("uncaughtException", added);
  expect(exit).toHaveBeenCalledWith(1);
  expect(written.join("")).toContain("the process broke");
  expect(written.join("")).not.toContain("marie");
});
