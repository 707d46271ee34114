import path from "node:path";
import { runCommand } from "@/lib/start/command";
import { MIGRATIONS } from "@/lib/start/root";
import { StartError } from "@/lib/start/start-error";
import { temporaryPostgres } from "@/lib/start/temporary-postgres";
import { newMigration } from "@/prisma/new-migration";

/** `npm run db:new-migration -- <name>`: writes what is missing between the migrations and the schema, offline. */
runCommand(import.meta.url, async () => {
  const name = process.argv.slice(2).join(" ").trim();
  if (!name) throw new StartError("A migration needs a name: npm run db:new-migration -- <name>");
  const server = await temporaryPostgres();
  try {
    const written = await newMigration({
      name,
      at: new Date(),
      databaseUrl: server.url,
      migrationsDir: MIGRATIONS,
      schemaDir: path.resolve(MIGRATIONS, "../schema"),
    });
    process.stdout.write(
      written
        ? `Wrote ${path.relative(process.cwd(), written)}. Read it, and add what Prisma cannot say.\n`
        : "The migrations already lead to the schema: nothing to write.\n",
    );
  } finally {
    await server.stop();
  }
});
