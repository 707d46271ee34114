type Fields = Readonly<Record<string, unknown>>;
const levels = ["debug", "info", "warn", "error"] as const;
type Level = (typeof levels)[number];

function write(level: Level, fields: Fields, message: string): void {
  const least = levels.indexOf((process.env.LOG_LEVEL as Level | undefined) ?? "info");
  if (levels.indexOf(level) < least) return;
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields })}\n`);
}

/** One JSON line each on stderr. Callers pass ids, counts and codes; never names, addresses or what people wrote. */
export const log = {
  debug: (fields: Fields, message: string) => write("debug", fields, message),
  info: (fields: Fields, message: string) => write("info", fields, message),
  warn: (fields: Fields, message: string) => write("warn", fields, message),
  error: (fields: Fields, message: string) => write("error", fields, message),
};
