import { z } from "zod";
import { Sequence, Table } from "@/lib/start/database-tables";

/**
 * What a backup holds, in this order: `manifest.json`; `tables/<table>/<part>.copy`, PostgreSQL's own text format of
 * COPY; `jobs.json`, the queue; `database.json`, what is known once all was read; `files/…`, the stored files under
 * their paths; and the checksums that end every archive.
 */
export const ENTRIES = {
  manifest: "manifest.json",
  table: /^tables\/([^/]+)\/\d+\.copy$/,
  jobs: "jobs.json",
  database: "database.json",
  file: /^files\/(.+)$/,
} as const;

/** The first entry: who wrote the backup, and of what. */
export const Manifest = z.object({
  product: z.literal("entraide"),
  format: z.literal(1),
  /** The product's version. */
  version: z.string(),
  /** The moment whose data this is, in ISO 8601. */
  at: z.string(),
  /** The migrations that made the tables, by name, oldest first. */
  migrations: z.array(z.string().regex(/^\w+$/)).min(1),
  tables: z.array(Table),
});
export type Manifest = z.infer<typeof Manifest>;

/** What is known once every row was read. */
export const DatabaseEnd = z.strictObject({
  /** How many rows each table has. */
  rows: z.record(z.string(), z.number()),
  sequences: z.array(Sequence),
});
export type DatabaseEnd = z.infer<typeof DatabaseEnd>;
