import { type Env, parseEnv } from "@/lib/server/env";
import { withSecrets } from "@/lib/start/secrets";
import { StartError } from "@/lib/start/start-error";

export type Variables = Readonly<Record<string, string | undefined>>;

/** Stands for what the start itself will provide. */
const STAND_IN = "x".repeat(32);
const STAND_INS = {
  NEXTAUTH_SECRET: STAND_IN,
  ATTACHMENT_SECRET: STAND_IN,
  VISITOR_TOKEN_SECRET: STAND_IN,
  VAPID_PRIVATE_KEY: "x".repeat(43),
  BADGE_PRIVATE_KEY: "x".repeat(1_000),
  PUSHER_APP_ID: STAND_IN,
  PUSHER_KEY: STAND_IN,
  PUSHER_SECRET: STAND_IN,
  POSTGRES_PASSWORD: STAND_IN,
};

/**
 * Checks the variables that a person has set before anything is started or written, with stand-ins for what the
 * start will provide. Throws an `EnvError`. Secrets, `DATABASE_URL` and `NEXTAUTH_URL` of the result may be stand-ins.
 */
export function checkSettings(given: Variables): Env {
  const provided = { DATABASE_URL: "postgresql://embedded", NEXTAUTH_URL: "http://localhost" };
  const missing = Object.entries(provided).filter(([name]) => !given[name]);
  return parseEnv(withSecrets({ ...given, ...Object.fromEntries(missing) }, STAND_INS));
}

/**
 * Checks the variables of `npm start`, which never opens the demo's doors, and cannot share its embedded database.
 * Throws an `EnvError` or a `StartError`.
 */
export function checkProduction(given: Variables): Env {
  const settings = checkSettings(given);
  if (settings.ENTRAIDE_DEMO) {
    throw new StartError(
      "ENTRAIDE_DEMO opens doors without a key, so `npm start` refuses it. Remove it, or run `npm run demo`.",
    );
  }
  if (!given.DATABASE_URL && settings.ROLE !== "all") {
    throw new StartError(
      `DATABASE_URL is missing although ROLE is "${settings.ROLE}". The embedded database belongs to one process; processes that share the work need a PostgreSQL they can all reach. Set DATABASE_URL, or ROLE=all.`,
    );
  }
  return settings;
}

/** What could lead the demo, whose doors have no key, to somebody's real people or past this machine. */
const FOREIGN =
  /^(PUSHER_|SMTP_|MAIL_|GOOGLE_|GITHUB_CLIENT_|NEXTAUTH_)|^(ROLE|HOST|TRUST_PROXY|DATABASE_POOL|ENTRAIDE_DEMO)$/;

/**
 * The variables of the demo: it needs none, takes `PORT`, `DATA_DIR` and `LOG_LEVEL`, and leaves the others out.
 * Throws a `StartError` when `DATABASE_URL` is set: the demo uses a database that it started itself.
 */
export function demoSettings(given: Variables): Record<string, string | undefined> {
  if (given.DATABASE_URL) {
    throw new StartError(
      "DATABASE_URL is set, and the demo refuses it: its doors have no key, so it uses only a database that it starts itself. Run the demo without DATABASE_URL, or run `npm start`.",
    );
  }
  const left = Object.keys(given).filter((name) => FOREIGN.test(name));
  // Emptied and not removed, so that no `.env` file fills them in again.
  return {
    ...given,
    ...Object.fromEntries(left.map((name) => [name, ""])),
    DATABASE_URL: "",
    ENTRAIDE_DEMO: "1",
  };
}
