import pg from "pg";

/** Milliseconds of `INSERT … RETURNING`, one after the other on one warm connection. */
export async function run(input: { databaseUrl: string; count: number }): Promise<{ samples: number[] }> {
  const client = new pg.Client({ connectionString: input.databaseUrl });
  await client.connect();
  try {
    await client.query(
      "CREATE TABLE IF NOT EXISTS bench_commits (id bigserial PRIMARY KEY, body text NOT NULL)",
    );
    const insert = { name: "insert", text: "INSERT INTO bench_commits (body) VALUES ($1) RETURNING id" };
    const samples: number[] = [];
    const warmUp = Math.ceil(input.count / 5);
    for (let n = -warmUp; n < input.count; n++) {
      const begun = performance.now();
      await client.query({ ...insert, values: [`Line ${n} of a conversation.`] });
      if (n >= 0) samples.push(performance.now() - begun);
    }
    return { samples };
  } finally {
    await client.end();
  }
}
