import { Readable } from "node:stream";
import { setImmediate as others } from "node:timers/promises";
import { parse } from "csv-parse";
import { z } from "zod";
import { csvRow } from "@/lib/domain/conversation/csv";
import type { Mapping } from "@/lib/domain/recruiting/columns";
import { readLine, topicWords } from "@/lib/domain/recruiting/csv-line";
import { ColumnMapping, type ImportProblem, mostImportLines } from "@/lib/domain/recruiting/import-schema";
import { topicWordsOf } from "@/lib/domain/recruiting/score";
import { Names } from "@/lib/domain/schema";
import { db } from "@/lib/server/database";
import { csvOptions } from "./csv-options";
import { insertCandidates, type NewCandidate } from "./insert-candidates";
import { type Refused, readPosts, toldLines } from "./read-posts";

const Options = z.object({ mapping: ColumnMapping.optional() });
/** So many bytes of a list are read before others get their turn. */
const turnBytes = 65_536;
/** A large file takes some seconds on a slow machine. */
const timeoutMs = 300_000;

class Unreadable extends Error {
  constructor(readonly problem: ImportProblem) {
    super(problem);
  }
}

/**
 * Reads a file of candidates, as its job: all of its good lines are taken in one transaction, or none; those that were refused
 * are kept as a report. Ran twice, or after a crash in its middle, it takes nothing twice. A file that cannot be read has
 * failed, and says why; so has one whose last attempt breaks off.
 */
export async function runImport({
  importId,
  isLastAttempt = false,
  now,
}: {
  importId: string;
  isLastAttempt?: boolean;
  now: Date;
}): Promise<void> {
  const found = await db().candidateImport.findUnique({
    where: { id: importId },
    include: { brand: { select: { languages: true } } },
  });
  if (!found?.content || (found.state !== "waiting" && found.state !== "running")) return;
  const { brandId, kind, brand } = found;
  const content = Buffer.from(found.content);
  const text = content.toString("utf8");
  const total =
    text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "").length - (kind === "csv" ? 1 : 0);
  await db().candidateImport.update({ where: { id: importId }, data: { state: "running", done: 0, total } });
  const topics = (await db().topic.findMany({ where: { brandId, deletedAt: null } })).map(
    ({ id, slug, names }) => ({ id, slug, names: Names.parse(names) }),
  );
  const told = (done: number) => db().candidateImport.update({ where: { id: importId }, data: { done } });
  const language = brand.languages[0] ?? "en";
  try {
    if (total > mostImportLines) throw new Unreadable("too-long");
    const read =
      kind === "csv"
        ? await readList(
            content,
            csvOptions(text),
            Options.parse(found.options).mapping ?? {},
            topicWords(topics),
            told,
          )
        : await readPosts(text, topicWordsOf(topics), told);
    if (read.candidates.length + read.refused.length === 0) throw new Unreadable("empty");
    await db().$transaction(
      async (tx) => {
        // One file of a brand after the other, so that each finds what the one before has added.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`candidates:${brandId}`}, 0))`;
        const claimed = await tx.candidateImport.updateMany({
          where: { id: importId, state: "running" },
          data: { state: "done", finishedAt: now, content: null },
        });
        if (claimed.count === 0) return;
        const source = kind === "csv" ? "csv" : "activity";
        const known = await insertCandidates({
          tx,
          brandId,
          importId,
          source,
          language,
          candidates: read.candidates,
          now,
        });
        const lines = kind === "csv" ? read.candidates.length + read.refused.length : total;
        const refused = [...read.refused, ...known.map((each) => ({ ...each, problem: "known" as const }))];
        await tx.candidateImport.update({
          where: { id: importId },
          data: {
            total: lines,
            done: lines,
            added: read.candidates.length - known.length,
            refused: refused.length,
            report: refused.length === 0 ? null : reportOf(refused),
          },
        });
      },
      { maxWait: 20_000, timeout: timeoutMs },
    );
  } catch (error) {
    if (!(error instanceof Unreadable || isLastAttempt)) throw error;
    const problem = error instanceof Unreadable ? error.problem : "stopped";
    await db().candidateImport.updateMany({
      where: { id: importId, state: "running" },
      data: { state: "failed", problem, finishedAt: now, content: null },
    });
    if (!(error instanceof Unreadable)) throw error;
  }
}

/** The refused lines as a table, with the words that the product uses for the reasons. */
function reportOf(refused: readonly Refused[]): string {
  const sorted = [...refused].sort((a, b) => a.line - b.line);
  return [
    csvRow(["line", "problem", "content"]),
    ...sorted.map(({ line, problem, text }) => csvRow([line, problem, text])),
  ].join("");
}

const shown = (cells: readonly string[]) => cells.join(" | ").slice(0, 500).toWellFormed();

/** A file in pieces, so that others get their turn between two of them. */
async function* pieces(content: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < content.length; start += turnBytes) {
    yield content.subarray(start, start + turnBytes);
    await others();
  }
}

async function readList(
  content: Buffer,
  options: ReturnType<typeof csvOptions>,
  mapping: Mapping,
  topics: ReadonlyMap<string, string>,
  told: (done: number) => Promise<unknown>,
): Promise<{ candidates: NewCandidate[]; refused: Refused[] }> {
  const candidates: NewCandidate[] = [];
  const refused: Refused[] = [];
  const seen = new Set<string>();
  let done = 0;
  const parser = Readable.from(pieces(content)).pipe(parse({ ...options, from: 2, info: true }));
  try {
    for await (const row of parser) {
      const { record, info } = row as { record: string[]; info: { lines: number } };
      const line = { line: info.lines, text: shown(record) };
      const read = readLine(record, mapping, topics);
      if ("problem" in read) refused.push({ ...line, problem: read.problem });
      else if (read.email !== null && seen.has(read.email)) refused.push({ ...line, problem: "repeated" });
      else {
        if (read.email) seen.add(read.email);
        candidates.push({ ...line, ...read, score: null, activity: null });
      }
      done += 1;
      if (done % toldLines === 0) await told(done);
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("CSV_")) throw new Unreadable("broken");
    throw error;
  }
  return { candidates, refused };
}
