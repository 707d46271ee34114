import { createHttp, type ServerAddress } from "@/e2e/bench/worker/http";

/** Milliseconds of requests, one after the other on one connection, to a place that does nothing. */
export async function run(input: {
  server: ServerAddress;
  path: string;
  expected: number;
  count: number;
}): Promise<{ samples: number[] }> {
  const http = createHttp(input.server);
  const samples: number[] = [];
  const warmUp = Math.ceil(input.count / 5);
  for (let n = -warmUp; n < input.count; n++) {
    const begun = performance.now();
    const { status } = await http.send({ method: "GET", path: input.path });
    if (status !== input.expected) throw new Error(`${input.path} answered ${status}.`);
    if (n >= 0) samples.push(performance.now() - begun);
  }
  http.close();
  return { samples };
}
