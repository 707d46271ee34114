import { Agent, request } from "node:http";

/** Where the product under test answers, and whose pages its writes must come from. */
export type ServerAddress = { port: number; origin: string; pusherKey: string };

export type Answer = { status: number; body: string };

export type Http = {
  /** One request on a connection that is kept. `status` 0: nothing came back. */
  send(call: {
    method: "GET" | "POST" | "PUT";
    path: string;
    headers?: Readonly<Record<string, string>>;
    json?: unknown;
  }): Promise<Answer>;
  close(): void;
};

/** No answer of ours takes longer; what does counts as none. */
const PATIENCE_MS = 20_000;

/** A light HTTP client that keeps its connections, as browsers do. */
export function createHttp({ port, origin }: Pick<ServerAddress, "port" | "origin">): Http {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return {
    send: ({ method, path, headers, json }) =>
      new Promise((resolve) => {
        const body = json === undefined ? undefined : JSON.stringify(json);
        const outgoing = request(
          {
            host: "127.0.0.1",
            port,
            method,
            path,
            agent,
            timeout: PATIENCE_MS,
            headers: {
              Origin: origin,
              ...(body
                ? { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) }
                : {}),
              ...headers,
            },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on("data", (chunk: Buffer) => chunks.push(chunk));
            response.on("end", () =>
              resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
            );
            response.on("error", () => resolve({ status: 0, body: "" }));
          },
        );
        outgoing.on("timeout", () => outgoing.destroy());
        outgoing.on("error", () => resolve({ status: 0, body: "" }));
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** The header by which a visitor's browser is known. */
export const asVisitor = (token: string) => ({ Authorization: `Bearer ${token}` });
/** The header by which a member's browser is known. */
export const asMember = (session: string) => ({ Cookie: `next-auth.session-token=${session}` });
