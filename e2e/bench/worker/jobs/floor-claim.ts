import pg from "pg";

const CLAIM = `UPDATE bench_claims SET taken_at = now()
  WHERE id = (SELECT id FROM bench_claims WHERE taken_at IS NULL ORDER BY id FOR UPDATE SKIP LOCKED LIMIT 1)
  RETURNING id`;

/** Claims of rows by so many connections at once, until none is left: how many a second, and each one's milliseconds. */
export async function run(input: {
  databaseUrl: string;
  connections: number;
  count: number;
}): Promise<{ samples: number[]; perSecond: number }> {
  const open = async () => {
    const client = new pg.Client({ connectionString: input.databaseUrl });
    await client.connect();
    return client;
  };
  const clients = await Promise.all(Array.from({ length: input.connections }, open));
  try {
    await clients[0]?.query(`DROP TABLE IF EXISTS bench_claims;
      CREATE TABLE bench_claims (id int PRIMARY KEY, taken_at timestamptz);
      CREATE INDEX ON bench_claims (id) WHERE taken_at IS NULL;
      INSERT INTO bench_claims (id) SELECT generate_series(1, ${input.count});
      ANALYZE bench_claims`);
    const samples: number[] = [];
    const claimAll = async (client: pg.Client) => {
      for (;;) {
        const begun = performance.now();
        const { rowCount } = await client.query({ name: "claim", text: CLAIM });
        if (rowCount === 0) return;
        samples.push(performance.now() - begun);
      }
    };
    const begun = performance.now();
    await Promise.all(clients.map(claimAll));
    return { samples, perSecond: samples.length / ((performance.now() - begun) / 1000) };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
