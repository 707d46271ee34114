import { parse } from "csv-parse/sync";
import { AppError } from "@/lib/domain/error";
import { fitsHeading, guessMapping, type Mapping } from "@/lib/domain/recruiting/columns";
import { decodeFile } from "@/lib/domain/recruiting/decode";
import { type ImportAnswer, type ImportKind, mostImportBytes } from "@/lib/domain/recruiting/import-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { commit } from "@/lib/server/commit";
import { csvOptions } from "./csv-options";

const sampleLines = 5;
const mostColumns = 200;
/** Tried again for about a minute: while it waits, no other file of the brand is read. */
const mostAttempts = 5;

/**
 * Takes a file of candidates for the job that reads it. A list whose columns do not speak for themselves is answered by its
 * heading, to be sent again with what they hold. One file of a brand is read at a time (IMPORT_RUNNING); FILE_TOO_LARGE.
 */
export async function startImport({
  member,
  file,
  kind,
  mapping,
  now,
}: {
  member: MemberActor;
  file: { name: string; bytes: Uint8Array };
  kind: ImportKind;
  mapping: Mapping | null;
  now: Date;
}): Promise<ImportAnswer> {
  if (file.bytes.length > mostImportBytes)
    throw new AppError("FILE_TOO_LARGE", { maxMegabytes: mostImportBytes / 1_000_000 });
  const { text } = decodeFile(file.bytes);
  if (text.trim() === "") return { kind: "unreadable", problem: "empty" };
  const options: { mapping?: Mapping } = {};
  if (kind === "csv") {
    const lines = firstLines(text);
    const [heading = []] = lines ?? [];
    if (!lines || heading.length > mostColumns) return { kind: "unreadable", problem: "broken" };
    const guessed = guessMapping(heading);
    const chosen = mapping ?? guessed;
    if (!fitsHeading(chosen, heading))
      return { kind: "columns", heading, sample: lines.slice(1, 1 + sampleLines), guessed };
    options.mapping = chosen;
  }
  const { brandId } = member;
  const importId = await commit(async (tx) => {
    // Two files sent in one instant: the second finds the first.
    await tx.$queryRaw`SELECT id FROM brands WHERE id = ${brandId} FOR NO KEY UPDATE`;
    const running = { brandId, state: { in: ["waiting", "running"] } };
    if ((await tx.candidateImport.count({ where: running })) > 0) throw new AppError("IMPORT_RUNNING");
    const { id } = await tx.candidateImport.create({
      data: {
        brandId,
        kind,
        fileName: file.name.replaceAll("\0", "").slice(0, 200).toWellFormed() || "file",
        state: "waiting",
        options,
        content: Buffer.from(text, "utf8"),
        createdById: member.id,
        createdAt: now,
      },
      select: { id: true },
    });
    await tx.$executeRaw`
      SELECT graphile_worker.add_job('import-candidates', json_build_object('importId', ${id}::text),
        max_attempts => ${mostAttempts}::int)`;
    return id;
  });
  return { kind: "started", importId };
}

/** The heading and the first lines; null for what is no table. */
function firstLines(text: string): string[][] | null {
  try {
    // The last line of a piece may be cut off in its middle.
    const piece = text.length > 200_000 ? text.slice(0, text.lastIndexOf("\n", 200_000)) : text;
    return parse(piece, { ...csvOptions(text), to: 1 + sampleLines }) as string[][];
  } catch {
    return null;
  }
}
