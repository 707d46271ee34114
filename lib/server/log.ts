import { sourcePlace } from "./source-place";

type Fields = Readonly<Record<string, unknown>>;
const levels = ["debug", "info", "warn", "error"] as const;
type Level = (typeof levels)[number];

/** What an error may be known by: a code or the name of its kind. */
const WORD = /^[\w.$-]{1,80}$/;
/** A line of a stack that names a place in the code, and nothing else. */
const FRAME = /^ {4}at [^\n]*:\d+:\d+\)?$/;
const MOST_FRAMES = 8;

/**
 * What the log may hold of an error: its kind, its codes and where in the code it happened. Never its message or
 * detail: PostgreSQL quotes rows there, Prisma the values of a call, parsers the text they read, mail servers addresses.
 */
export function describeError(error: unknown): Fields {
  if (typeof error === "string") return { error: WORD.test(error) ? error : wordBefore(error) };
  if (typeof error !== "object" || error === null) return { error: typeof error };
  const { name, code, meta, cause, constraint, message, stack } = error as Record<string, unknown>;
  const adapter = (meta as { driverAdapterError?: { cause?: Record<string, unknown> } } | undefined)
    ?.driverAdapterError?.cause;
  // PostgreSQL's own errors come through a client of hand-written statements as they are, or in Prisma's.
  const sqlState = "severity" in error ? code : adapter?.originalCode;
  return {
    ...known({ error: name ?? "unknown", code, sqlState, constraint }),
    ...(typeof cause === "object" && cause !== null ? known(causeOf(cause)) : {}),
    ...framesOf(String(stack ?? ""), String(message ?? "")),
    // While developing, on one's own machine, the words help and are one's own.
    ...(process.env.NODE_ENV === "development" ? { words: message } : {}),
  };
}

function causeOf({ name, code }: { name?: unknown; code?: unknown }): Fields {
  return { cause: name, causeCode: code };
}

function known(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => typeof value === "string" && WORD.test(value)),
  );
}

/** `TypeError: …` is known by its first word. */
function wordBefore(text: string): string {
  return /^([A-Za-z]{1,40}Error):/.exec(text)?.[1] ?? "withheld";
}

/** The message stands before the places, and may look like one itself. */
function framesOf(stack: string, message: string): Fields {
  const end = stack.indexOf(message) + message.length;
  const frames = stack
    .slice(Math.max(0, end))
    .split("\n")
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => sourcePlace(line.trim().slice(3)));
  return frames.length > 0 ? { at: frames } : {};
}

function write(level: Level, { error, ...fields }: Fields, message: string): void {
  const least = levels.indexOf((process.env.LOG_LEVEL as Level | undefined) ?? "info");
  if (levels.indexOf(level) < least) return;
  const described = error === undefined ? {} : describeError(error);
  const time = new Date().toISOString();
  process.stderr.write(
    process.env.NODE_ENV === "development"
      ? `${time.slice(11, 19)} ${level} ${message} ${pretty({ ...fields, ...described })}\n`
      : `${JSON.stringify({ time, level, message, ...fields, ...described })}\n`,
  );
}

function pretty(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, value]) =>
      Array.isArray(value)
        ? `\n    ${value.join("\n    ")}`
        : `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
    )
    .join(" ");
}

/**
 * One JSON line each on stderr; words for a person while developing. Callers pass ids, counts and codes; never names,
 * addresses or what people wrote. A field named `error` takes any error: `describeError` says what is kept of it.
 */
export const log = {
  debug: (fields: Fields, message: string) => write("debug", fields, message),
  info: (fields: Fields, message: string) => write("info", fields, message),
  warn: (fields: Fields, message: string) => write("warn", fields, message),
  error: (fields: Fields, message: string) => write("error", fields, message),
};

/**
 * One line for one answered request. `route` is the pattern that answered, never the address itself: addresses hold ids
 * and tokens. What is asked for all the time, such as files of pages and health, is told at debug, and so is everything
 * while developing and in the demo.
 */
export function logRequest({
  requestId,
  method,
  route,
  status,
  ms,
  often = false,
}: {
  requestId: string;
  method: string;
  route: string;
  status: number;
  ms: number;
  often?: boolean;
}): void {
  const isQuiet = often || process.env.ENTRAIDE_DEMO === "1" || process.env.NODE_ENV === "development";
  log[isQuiet ? "debug" : "info"]({ requestId, method, route, status, ms: Math.round(ms) }, "request");
}
