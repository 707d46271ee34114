import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "@/lib/server/account/actor";
import { later } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { resetDatabase } from "@/lib/server/testing/database";
import { hearEvents } from "@/lib/server/testing/heard";
import { makeBrand, makeMember, morning, type TestBrand } from "@/lib/server/testing/world";
import { forgetCandidates } from "./forget-candidates";
import { getImportReport, listImports, undoImport } from "./list-imports";
import { runImport } from "./run-import";
import { startImport } from "./start-import";
import { writeCandidateNote } from "./write-candidate-note";

let brand: TestBrand;
let helene: MemberActor;
beforeEach(async () => {
  await resetDatabase();
  hearEvents();
  brand = await makeBrand();
  helene = await makeMember(brand, { name: "Hélène R.", role: "manager" });
});

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    ({ code }) => code,
  );
const start = (
  content: string | Uint8Array,
  {
    kind = "csv",
    mapping = null,
    member = helene,
  }: { kind?: "csv" | "activity"; mapping?: Record<string, number> | null; member?: MemberActor } = {},
) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return startImport({ member, file: { name: "list.csv", bytes }, kind, mapping, now: morning });
};
async function imported(
  content: string | Uint8Array,
  more: Parameters<typeof start>[1] = {},
): Promise<string> {
  const answer = await start(content, more);
  if (answer.kind !== "started") throw new Error(`not started: ${JSON.stringify(answer)}`);
  await runImport({ importId: answer.importId, now: morning });
  return answer.importId;
}
const view = async (importId: string) =>
  (await listImports({ member: helene })).find(({ id }) => id === importId);
const emails = async () =>
  (await db().candidate.findMany({ orderBy: { email: "asc" } })).map(({ email }) => email);

describe("a list", () => {
  it("is read with its words, in the encoding of an old spreadsheet", async () => {
    const text = "Prénom;E-mail;Sujets;Langues\r\nÉlodie;elodie@example.com;batterie;français\r\n";
    const importId = await imported(new Uint8Array(Buffer.from(text, "latin1")));
    expect(await view(importId)).toMatchObject({ state: "done", total: 1, added: 1, refused: 0 });
    expect(await db().candidate.findFirstOrThrow()).toMatchObject({
      stage: "found",
      source: "csv",
      name: "Élodie",
      email: "elodie@example.com",
      topicIds: [brand.topics.battery.id],
      languages: ["fr"],
      importId,
    });
  });

  it("is read in UTF-16, with tabs, quotes and lines in cells", async () => {
    const text = '\ufeffname\temail\towns\n"Jo ""B"""\tjo@example.com\t"two\nlines"\n';
    await imported(new Uint8Array(Buffer.from(text, "utf16le")));
    expect(await db().candidate.findFirstOrThrow()).toMatchObject({ name: 'Jo "B"', owns: "two\nlines" });
  });

  it("asks what the columns hold where they do not say it, and takes the answer", async () => {
    const text = "who,where\nLena,lena@example.com\n";
    expect(await start(text)).toEqual({
      kind: "columns",
      heading: ["who", "where"],
      sample: [["Lena", "lena@example.com"]],
      guessed: {},
    });
    expect(await start(text, { mapping: { email: 7 } })).toMatchObject({ kind: "columns" });
    expect(await db().candidateImport.count()).toBe(0);
    await imported(text, { mapping: { name: 0, email: 1 } });
    expect(await emails()).toEqual(["lena@example.com"]);
  });

  it("says which lines were refused and why, with cells that no spreadsheet runs", async () => {
    const samir = await makeMember(brand, { name: "Samir" });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: samir.userId } });
    const importId = await imported(
      `email,name\nlena@example.com,Lena\n=cmd(),Eve\nLENA@example.com,Lena again\n${email},Samir\n`,
    );
    expect(await view(importId)).toMatchObject({ total: 4, added: 1, refused: 3 });
    const report = await getImportReport({ member: helene, importId });
    expect(report.split("\r\n")).toEqual([
      "line,problem,content",
      "3,email,'=cmd() | Eve",
      "4,repeated,LENA@example.com | Lena again",
      `5,known,${email} | Samir`,
      "",
    ]);
    const stranger = await makeMember(await makeBrand(), { role: "admin" });
    expect(await codeOf(getImportReport({ member: stranger, importId }))).toBe("NOT_FOUND");
  });

  it("takes nothing of a file that breaks off in its middle", async () => {
    const good = Array.from({ length: 3_000 }, (_, index) => `a${index}@example.com,A`).join("\n");
    const importId = await imported(`email,name\n${good}\n"${"x".repeat(200_000)}`);
    expect(await view(importId)).toMatchObject({ state: "failed", problem: "broken", added: 0 });
    expect(await db().candidate.count()).toBe(0);
    expect(await start("  \n")).toEqual({ kind: "unreadable", problem: "empty" });
  });

  it("reads 100,000 lines in one go, and leaves out those that it knows", async () => {
    await imported("email\nb7@example.com\n");
    const lines = Array.from({ length: 100_000 }, (_, index) => `b${index}@example.com`).join("\n");
    const importId = await imported(`email\n${lines}\n`);
    expect(await view(importId)).toMatchObject({ total: 100_000, done: 100_000, added: 99_999, refused: 1 });
    expect(await db().candidate.count()).toBe(100_000);
  }, 300_000);

  it("is one at a time for a brand, however many are sent in one instant", async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => codeOf(start(`email\nc${n}@example.com\n`))));
    expect(answers.sort()).toEqual(["IMPORT_RUNNING", "IMPORT_RUNNING", "done"]);
    const other = await makeMember(await makeBrand(), { role: "manager" });
    expect(await codeOf(start("email\nc@example.com\n", { member: other }))).toBe("done");
  });

  it("is taken once by two workers, and nothing twice by one that starts again", async () => {
    const answer = await start("email\nd1@example.com\nd2@example.com\n");
    const importId = answer.kind === "started" ? answer.importId : "";
    await Promise.all([1, 2].map(() => runImport({ importId, now: morning })));
    await runImport({ importId, now: morning });
    expect(await emails()).toEqual(["d1@example.com", "d2@example.com"]);
    expect(await view(importId)).toMatchObject({ state: "done", added: 2, refused: 0 });
  });

  it("is read with a sign that breaks in its middle, in names, words and what was refused", async () => {
    const cut = (most: number) => `${"x".repeat(most - 1)}🚲`;
    const importId = await imported(
      `email,name,product\n${cut(500)}\nbike@example.com,${cut(80)},${cut(1_000)}\n`,
    );
    expect(await view(importId)).toMatchObject({ state: "done", added: 1, refused: 1 });
    expect(await db().candidate.findFirstOrThrow()).toMatchObject({ name: `${"x".repeat(79)}\ufffd` });
  });

  it("keeps signs whole where it is read in pieces, and lets others have their turn", async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `h${index}@example.com,Zoë 🚲🚲`).join("\n");
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await imported(`email,name\n${lines}\n`);
    clearInterval(timer);
    expect(await db().candidate.count({ where: { name: "Zoë 🚲🚲" } })).toBe(20_000);
    expect(turns).toBeGreaterThan(20);
  }, 60_000);

  it("has failed once its last attempt breaks off, and stands in no other file's way", async () => {
    const answer = await start("email\ng@example.com\n");
    const importId = answer.kind === "started" ? answer.importId : "";
    // What is no mapping cannot be read, however often it is tried.
    await db().candidateImport.update({ where: { id: importId }, data: { options: { mapping: "broken" } } });
    const run = (isLastAttempt: boolean) => codeOf(runImport({ importId, isLastAttempt, now: morning }));
    expect(await run(false)).not.toBe("done");
    expect(await codeOf(start("email\ng@example.com\n"))).toBe("IMPORT_RUNNING");
    expect(await run(true)).not.toBe("done");
    expect(await view(importId)).toMatchObject({ state: "failed", problem: "stopped" });
    expect((await db().candidateImport.findFirstOrThrow()).content).toBeNull();
    expect(await codeOf(start("email\ng@example.com\n"))).toBe("done");
  });

  it("leaves nothing but its counts in the end, nor stays for ever where its reader was lost", async () => {
    const importId = await imported("email\nnobody\n");
    const lost = await start("email\ni@example.com\n");
    await forgetCandidates({ now: later(morning, 3_600) });
    expect(await view(importId)).toMatchObject({ hasReport: true });
    await forgetCandidates({ now: later(morning, 30 * 86_400) });
    expect(await view(importId)).toMatchObject({ state: "done", refused: 1, hasReport: false });
    const lostId = lost.kind === "started" ? lost.importId : "";
    expect(await view(lostId)).toMatchObject({ state: "failed", problem: "stopped" });
  });

  it("can be taken back, but for those whom somebody has worked with", async () => {
    const importId = await imported("email\ne1@example.com\ne2@example.com\nnobody\n");
    expect(await view(importId)).toMatchObject({ refused: 1, hasReport: true });
    const kept = await db().candidate.findFirstOrThrow({ where: { email: "e2@example.com" } });
    await writeCandidateNote({ member: helene, candidateId: kept.id, text: "A friend", now: morning });
    expect(await undoImport({ member: helene, importId })).toEqual({ removed: 1, kept: 1 });
    expect(await emails()).toEqual(["e2@example.com"]);
    expect(await codeOf(getImportReport({ member: helene, importId }))).toBe("NOT_FOUND");
    expect(await codeOf(undoImport({ member: helene, importId }))).toBe("UNDO_TOO_LATE");
    expect(await codeOf(undoImport({ member: helene, importId: "f".repeat(32) }))).toBe("NOT_FOUND");
  });
});

describe("public posts", () => {
  it("are read with a sign that a file has cut in two", async () => {
    const cut = '{"author":"Lena \\ud83d","text":"The battery \\ud83d"}';
    const long = JSON.stringify({ author: "Ruud", text: `battery ${"x".repeat(291)}🚲` });
    const importId = await imported(`${cut}\n${long}\n{"author":"${"x".repeat(488)}🚲`, { kind: "activity" });
    expect(await view(importId)).toMatchObject({ state: "done", added: 2, refused: 1 });
  });

  it("make one candidate of each author, scored by what he wrote, with the reasons", async () => {
    const line = (author: string, text: string, likes = 0) =>
      JSON.stringify({
        author,
        text,
        likes,
        followers: 120,
        date: "2026-02-01",
        url: "https://f.example.org/1",
      });
    const lines = [
      line("Lena", "@tom try to keep the battery warm", 4),
      line("lena", "My battery did 60 km"),
      line("Ruud", "Nice weather"),
      "{broken",
    ];
    const importId = await imported(lines.join("\n"), { kind: "activity" });
    expect(await view(importId)).toMatchObject({ total: 4, added: 2, refused: 1 });
    const [lena, ruud] = await db().candidate.findMany({ orderBy: { name: "asc" } });
    expect(lena).toMatchObject({
      name: "Lena",
      email: null,
      topicIds: [brand.topics.battery.id],
      source: "activity",
    });
    expect(lena?.score).toBeGreaterThan(ruud?.score ?? 100);
    expect(lena?.activity).toMatchObject({ posts: 2, likes: 4, followers: 120 });
    const again = await imported(lines.join("\n"), { kind: "activity" });
    expect(await view(again)).toMatchObject({ added: 0, refused: 3 });
  });
});
