import type { TestProject } from "vitest/node";
import type { RunningPostgres } from "@/lib/start/postgres";
import { prepareDatabase } from "@/lib/start/prepare-database";
import { temporaryPostgres } from "@/lib/start/temporary-postgres";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the migrated database that every worker's is a copy of. */
    templateUrl: string;
  }
}

let server: RunningPostgres | undefined;

/**
 * Once per run, before the first integration test: a PostgreSQL server of our own in a temporary folder, with
 * the migrated database that the workers copy.
 */
export async function setup(project: TestProject): Promise<void> {
  server = await temporaryPostgres();
  await prepareDatabase(server.url);
  project.provide("templateUrl", server.url);
}

/** Ends the server, and its folder with it. Where `setup` failed half-way, the end of the process does. */
export async function teardown(): Promise<void> {
  await server?.stop();
}
