import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describeError, log, logRequest } from "@/lib/server/log";

let lines: string[] = [];

beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const SECRET = "marie@example.com";

/** Errors as the parts throw them, each with a person's data where that part puts it. */
const telling: [string, unknown][] = [
  [
    "PostgreSQL",
    Object.assign(new Error(`duplicate key ${SECRET}`), {
      code: "23505",
      detail: `Key (email)=(${SECRET})`,
      constraint: "users_email_key",
      severity: "ERROR",
    }),
  ],
  [
    "Prisma",
    Object.assign(new Error(`Invalid \`create()\` invocation:\n data: {\n email: "${SECRET}" }`), {
      name: "PrismaClientKnownRequestError",
      code: "P2002",
      meta: {
        target: SECRET,
        driverAdapterError: { cause: { originalCode: "23505", originalMessage: SECRET } },
      },
    }),
  ],
  [
    "a mail server",
    Object.assign(new Error(`550 no such user <${SECRET}>`), { code: "EENVELOPE", rejected: [SECRET] }),
  ],
  ["a parser", captured(() => JSON.parse(`{"email": ${SECRET}`))],
  ["a message like a place", new Error(`first\n    at ${SECRET} (file.ts:1:1)`)],
  ["a cause", new Error("outer", { cause: new Error(SECRET) })],
  ["a name", Object.assign(new Error("x"), { name: `Mail for ${SECRET}`, code: SECRET })],
  ["a text", `Error: ${SECRET}`],
  ["another text", SECRET],
  ["an object", { email: SECRET }],
  ["nothing", null],
];

function captured(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("log", () => {
  it.each(telling)("keeps what %s says out of its lines", (_, error) => {
    log.error({ error, requestId: "r1" }, "request failed");
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(SECRET);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "error",
      message: "request failed",
      requestId: "r1",
    });
  });

  it("says what kind of error it was, by which codes, and where", () => {
    const [[, postgres], [, prisma]] = telling as [[string, unknown], [string, unknown]];
    expect(describeError(postgres)).toMatchObject({
      error: "Error",
      code: "23505",
      constraint: "users_email_key",
    });
    expect(describeError(prisma)).toMatchObject({
      error: "PrismaClientKnownRequestError",
      code: "P2002",
      sqlState: "23505",
    });
    expect(describeError(new TypeError("x"))).toMatchObject({
      error: "TypeError",
      at: expect.arrayContaining([expect.stringContaining("log.test.ts")]) as unknown,
    });
    expect(describeError("TypeError: x is not a function")).toEqual({ error: "TypeError" });
    expect(describeError("ECONNREFUSED")).toEqual({ error: "ECONNREFUSED" });
  });

  it("writes what is at least as grave as LOG_LEVEL", () => {
    vi.stubEnv("LOG_LEVEL", "warn");
    log.info({}, "quiet");
    log.warn({}, "loud");
    expect(lines.map((line) => JSON.parse(line).message)).toEqual(["loud"]);
  });

  it("speaks to a person while developing", () => {
    vi.stubEnv("NODE_ENV", "development");
    log.warn({ chatId: "c1", count: 2, error: new Error("own words") }, "something");
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warn something chatId=c1 count=2 error=Error/);
    expect(lines[0]).toContain("own words");
  });
});

describe("logRequest", () => {
  const request = { requestId: "r1", method: "GET", route: "/api/health", status: 200, ms: 3.4 };

  it("is one line of the pattern, the answer and the time", () => {
    logRequest(request);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        time: expect.any(String) as unknown,
        level: "info",
        message: "request",
        requestId: "r1",
        method: "GET",
        route: "/api/health",
        status: 200,
        ms: 3,
      },
    ]);
  });

  it("is quiet about what is asked all the time, in the demo and while developing", () => {
    logRequest({ ...request, often: true });
    vi.stubEnv("ENTRAIDE_DEMO", "1");
    logRequest(request);
    vi.stubEnv("ENTRAIDE_DEMO", "");
    vi.stubEnv("NODE_ENV", "development");
    logRequest(request);
    expect(lines).toEqual([]);
  });
});
