import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** Tables that others keep in our database are none of Prisma's business. */
export const FILTERS: bindings.SchemaFilter = { externalTables: [], externalEnums: [] };

let loaded: Promise<void> | undefined;

/** The engine reports its own crashes here, and dies with an unrelated TypeError when nobody listens. */
class EnginePanic extends Error {}
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(message: string) {
      throw new EnginePanic(`Prisma's schema engine failed: ${message}`);
    },
  },
});

/** Node cannot import `.wasm` files without a flag: we instantiate the module ourselves, once. */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(script.replace(/\.js$/, ".wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, {
      "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loaded;
}

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * `PrismaPg` sends scripts cut at every `;`, which breaks function bodies and leaves half a failed migration
 * applied. Sent whole, a script is one implicit transaction: all of it, or nothing. Its shadow database also
 * needs care: a connection string would win over the shadow's name, and the script would hit the real one.
 */
class WholeScripts extends PrismaPg {
  readonly #url: string;
  /** What the database said about the last script it refused. */
  refusal: pg.DatabaseError | undefined;

  constructor(url: string, pool: pg.Pool) {
    super(pool);
    this.#url = url;
  }

  override async connect(): Promise<Adapter> {
    return this.#whole(await super.connect());
  }

  override async connectToShadowDb(): Promise<Adapter> {
    const name = `shadow_${globalThis.crypto.randomUUID().replaceAll("-", "")}`;
    const main = await super.connect();
    await main.underlyingDriver().query(`create database "${name}"`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const pool = new pg.Pool({ connectionString: url.href, max: 2 });
    const shadow = this.#whole(await new PrismaPg(pool).connect());
    shadow.dispose = async () => {
      await pool.end();
      await main.underlyingDriver().query(`drop database "${name}" with (force)`);
    };
    return shadow;
  }

  #whole(adapter: Adapter): Adapter {
    withCatalogueTypes(adapter);
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        this.refusal = error;
        throw new DriverAdapterError({
          kind: "postgres",
          code: error.code ?? "XX000",
          severity: error.severity ?? "ERROR",
          message: error.message,
          detail: error.detail,
          column: error.column,
          hint: error.hint,
        });
      }
    };
    return adapter;
  }
}

/** PostgreSQL's internal one-byte type, as in `pg_constraint.confdeltype`, and its text. */
const INTERNAL_CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * The engine reads the catalogue, whose `"char"` columns `PrismaPg` cannot name ("could not be deserialized").
 * We show them to it as text and to the engine as what they are, a character.
 */
function withCatalogueTypes(adapter: Adapter): void {
  const internal = adapter as unknown as { performIO(query: SqlQuery): Promise<pg.QueryResult> };
  const performIO = internal.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const characters = new WeakMap<SqlQuery, boolean[]>();
  internal.performIO = async (query) => {
    const result = await performIO(query);
    const flags = result.fields.map((field) => field.dataTypeID === INTERNAL_CHAR_OID);
    characters.set(query, flags);
    for (const [i, field] of result.fields.entries()) if (flags[i]) field.dataTypeID = TEXT_OID;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const answer = await queryRaw(query);
    const flags = characters.get(query) ?? [];
    const columnTypes = answer.columnTypes.map((type, i) => (flags[i] ? ColumnTypeEnum.Character : type));
    return { ...answer, columnTypes };
  };
}

/**
 * Runs `work` with a schema engine on that database. The engine's pool, and with it the advisory lock that
 * keeps two migrating processes apart, ends with the call.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine, refusal: () => pg.DatabaseError | undefined) => Promise<T>,
): Promise<T> {
  await loadEngine();
  // The connection that holds the engine's lock may idle for as long as a migration runs on the other.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, idleTimeoutMillis: 0 });
  pool.on("error", () => undefined);
  try {
    const scripts = new WholeScripts(databaseUrl, pool);
    const header = 'datasource db {\n  provider = "postgresql"\n}\n';
    const engine = await bindings.SchemaEngine.new(
      { datamodels: [["schema.prisma", header]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(scripts),
    );
    try {
      return await work(engine, () => scripts.refusal);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}
