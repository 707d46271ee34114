import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";
import { z } from "zod";
import type { DatabaseEnd, Manifest } from "@/lib/start/backup-format";
import { findTables, type Table, whenIdle } from "@/lib/start/database-tables";
import { LEFTOVERS } from "@/lib/start/restore-target";
import { StartError } from "@/lib/start/start-error";

const ForeignKey = z.object({ table: z.string(), name: z.string(), definition: z.string() });

/**
 * Makes the tables ready to be filled in any order, in the transaction that is open: nobody else sees them, foreign
 * keys are dropped, triggers sleep. `done` takes that back, which checks every reference.
 */
export async function openTables(client: pg.Client, manifest: Manifest): Promise<{ done(): Promise<void> }> {
  const tables = await findTables(client);
  checkShapes(tables, manifest.tables);
  const names = tables.map(({ name }) => client.escapeIdentifier(name));
  await client.query(`LOCK TABLE ${names.join(", ")} IN ACCESS EXCLUSIVE MODE`);
  const { rows } = await client.query(
    `SELECT r.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace`,
  );
  const keys = z.array(ForeignKey).parse(rows);
  const alter = (table: string, change: string) =>
    client.query(`ALTER TABLE ${client.escapeIdentifier(table)} ${change}`);
  for (const { table, name } of keys) await alter(table, `DROP CONSTRAINT ${client.escapeIdentifier(name)}`);
  for (const { name } of tables) {
    await alter(name, "DISABLE TRIGGER USER");
    if (LEFTOVERS.includes(name)) await client.query(`DELETE FROM ${client.escapeIdentifier(name)}`);
  }
  return {
    async done() {
      for (const { table, name, definition } of keys) {
        await alter(table, `ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`);
      }
      for (const { name } of tables) await alter(name, "ENABLE TRIGGER USER");
    },
  };
}

/** The same migrations make the same tables, unless somebody has changed one of both by hand. */
function checkShapes(here: readonly Table[], there: readonly Table[]): void {
  const shape = (tables: readonly Table[]) =>
    new Map(tables.map(({ name, columns }) => [name, [...columns].sort().join(", ")]));
  const [mine, theirs] = [shape(here), shape(there)];
  const other = [...new Set([...mine.keys(), ...theirs.keys()])].find(
    (name) => mine.get(name) !== theirs.get(name),
  );
  if (other) {
    throw new StartError(
      `The table "${other}" has other columns here than in the backup, although both have the same migrations. Nothing was changed. Restore with the very version that made the backup.`,
    );
  }
}

/** Fills tables from the parts of a backup, one after the other. */
export function tableLoader(client: pg.Client, tables: readonly Table[]) {
  const rows: Record<string, number> = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  let current: { name: string; stream: CopyStreamQuery; idle: Promise<unknown> } | undefined;

  async function endTable(): Promise<void> {
    if (!current) return;
    const { name, stream, idle } = current;
    current = undefined;
    stream.end();
    await finished(stream);
    await idle;
    rows[name] = (rows[name] ?? 0) + stream.rowCount;
  }

  function beginTable(name: string): CopyStreamQuery {
    const table = tables.find((known) => known.name === name);
    if (!table) throw new StartError(`The backup has rows of a table "${name}" that it does not describe.`);
    const list = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
    const stream = client.query(copyFrom(`COPY ${client.escapeIdentifier(name)} (${list}) FROM STDIN`));
    // A refused row is told by the write or the end that meets it.
    stream.on("error", () => undefined);
    return stream;
  }

  return {
    async take(name: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
      if (current?.name !== name) {
        await endTable();
        current = { name, idle: whenIdle(client), stream: beginTable(name) };
      }
      const { stream } = current;
      for await (const chunk of bytes) {
        if (stream.errored) throw stream.errored;
        if (!stream.write(chunk)) await once(stream, "drain");
      }
    },
    /** Ends the last table, so that other statements may follow. */
    endTable,
    /** Throws a `StartError` when a table did not get as many rows as were read. */
    check(end: DatabaseEnd): void {
      for (const [name, count] of Object.entries(end.rows)) {
        if (rows[name] !== count) {
          throw new StartError(
            `The backup has ${rows[name] ?? 0} rows of "${name}" instead of ${count}. Nothing was changed.`,
          );
        }
      }
    },
  };
}
