import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { pool } from "@/lib/server/database";

const Column = z.object({ schema: z.string(), table: z.string(), column: z.string() });

/** Every place of the database that holds these words: `table.column`, in every column that can be read as text. */
export async function tracesInTables(words: string): Promise<string[]> {
  const { rows } = await pool().query(`
    SELECT n.nspname AS schema, c.relname AS table, a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'`);
  const found: string[] = [];
  for (const { schema, table, column } of z.array(Column).parse(rows)) {
    const { rowCount } = await pool().query(
      `SELECT 1 FROM "${schema}"."${table}" WHERE "${column}"::text ILIKE $1 LIMIT 1`,
      [`%${words}%`],
    );
    if (rowCount) found.push(`${table}.${column}`);
  }
  return found.sort();
}

/** Every file below a folder whose name or bytes hold these words. */
export async function tracesInFiles(folder: string, words: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    if (entry.name.includes(words) || bytes.includes(words)) found.push(path.relative(folder, file));
  }
  return found.sort();
}
