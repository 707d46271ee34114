import { z } from "zod";
import { Id, Instant } from "@/lib/domain/schema";
import { candidateFields } from "./columns";

/** A list with an address in each line, or public posts. */
export const importKinds = ["csv", "activity"] as const;
export type ImportKind = (typeof importKinds)[number];

/** So large may a file be, and so many lines may it have. */
export const mostImportBytes = 30_000_000;
export const mostImportLines = 200_000;

/** Why nothing of a file was taken. */
export const importProblems = ["too-long", "broken", "empty", "stopped"] as const;
export type ImportProblem = (typeof importProblems)[number];

export const importStates = ["waiting", "running", "done", "failed", "undone"] as const;

/** Which column holds what, by its place in the heading, from 0. */
export const ColumnMapping = z.partialRecord(z.enum(candidateFields), z.int().min(0).max(199));

/** What is sent beside the file: its kind, and which column holds what where that was asked. */
export const ImportTerms = z.object({
  kind: z.enum(importKinds).catch("csv"),
  mapping: ColumnMapping.nullable().catch(null),
});

/** What sending a file answers: it waits for its turn, or its columns have to be named first. */
export const ImportAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("started"), importId: Id }),
  z.strictObject({
    kind: z.literal("columns"),
    heading: z.array(z.string()),
    /** The first lines, to recognise the columns by. */
    sample: z.array(z.array(z.string())),
    guessed: z.partialRecord(z.enum(candidateFields), z.int()),
  }),
  z.strictObject({ kind: z.literal("unreadable"), problem: z.enum(importProblems) }),
]);
export type ImportAnswer = z.infer<typeof ImportAnswer>;

/** A file as managers see it. Counts are of lines, for posts of `added` people. */
export const ImportView = z.strictObject({
  id: Id,
  kind: z.enum(importKinds),
  fileName: z.string(),
  state: z.enum(importStates),
  total: z.int(),
  done: z.int(),
  added: z.int(),
  refused: z.int(),
  problem: z.enum(importProblems).nullable(),
  /** The refused lines can still be read. */
  hasReport: z.boolean(),
  createdAt: Instant,
  createdBy: z.string(),
});
export type ImportView = z.infer<typeof ImportView>;

/** Taking a file back: so many went, so many stay because somebody has worked with them. */
export const ImportUndone = z.strictObject({ removed: z.int(), kept: z.int() });
