import path from "node:path";
import { z } from "zod";
import { limitsFrom } from "@/lib/domain/account/limits";

/** Variables whose value may be quoted in an error; everything else could hold a password. */
const QUOTABLE = new Set([
  "DATABASE_POOL",
  "PORT",
  "HOST",
  "NEXTAUTH_URL",
  "PUSHER_HOST",
  "PUSHER_PORT",
  "PUSHER_USE_TLS",
  "PUSHER_CLUSTER",
  "MAIL_FROM",
  "ROLE",
  "TRUST_PROXY",
  "DATA_DIR",
  "ENTRAIDE_DEMO",
  "PUSH_LOCAL",
  "RATE_LIMITS",
  "LOG_LEVEL",
]);

function url(protocols: string[], message: string) {
  return z.string({ error: message }).refine((value) => {
    return URL.canParse(value) && protocols.includes(new URL(value).protocol);
  }, message);
}

function whole(min: number, max: number, fallback: number) {
  const message = `must be a whole number from ${min} to ${max}. Leave it out to get ${fallback}.`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message)
    .default(fallback);
}

function flag(fallback: boolean) {
  return z
    .enum(["true", "false", "1", "0"], { error: 'must be "true" or "false".' })
    .transform((value) => value === "true" || value === "1")
    .default(fallback);
}

const generated = z
  .string({
    error:
      "is missing. `npm start` makes it up into DATA_DIR/secrets.env; processes of one installation must share its value.",
  })
  .min(32, "is too short: take at least 32 characters that nobody can guess.");

const pusherKey = z.string({
  error:
    "is missing. `npm start` makes it up for the embedded channels server; with PUSHER_HOST or PUSHER_CLUSTER it is that server's.",
});

/** Every environment variable that Entraide reads, with its default. `.env.example` explains them. */
export const Env = z.object({
  DATABASE_URL: url(
    ["postgresql:", "postgres:"],
    "must be the address of a PostgreSQL database, such as postgresql://user:password@host:5432/entraide. Leave it out to let `npm start` run the embedded one.",
  ),
  DATABASE_POOL: whole(1, 200, 10),
  PORT: whole(1, 65_535, 3000),
  HOST: z.string().default("0.0.0.0"),
  NEXTAUTH_URL: url(
    ["http:", "https:"],
    "must be the address under which people reach Entraide, such as https://help.example.com.",
  ).transform((value) => value.replace(/\/+$/, "")),
  NEXTAUTH_SECRET: generated,
  ATTACHMENT_SECRET: generated,
  VISITOR_TOKEN_SECRET: generated,
  VAPID_PRIVATE_KEY: z
    .string({
      error:
        "is missing. `npm start` makes it up into DATA_DIR/secrets.env; processes of one installation must share its value.",
    })
    .regex(/^[\w-]{43}$/, "must be a private key on P-256: 32 bytes in base64url, 43 characters."),
  BADGE_PRIVATE_KEY: z
    .string()
    .regex(/^[\w-]{1000,}$/, "must be an RSA key of 2048 bits or more, as PKCS #8 in base64url.")
    .optional(),
  PUSH_LOCAL: flag(false),
  PUSHER_APP_ID: pusherKey,
  PUSHER_KEY: pusherKey,
  PUSHER_SECRET: pusherKey,
  PUSHER_HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:[\]-]+$/, "must be a host name alone, without https:// and without a path.")
    .optional(),
  PUSHER_PORT: whole(1, 65_535, 443),
  PUSHER_USE_TLS: flag(true),
  PUSHER_CLUSTER: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'must be a cluster of Pusher Channels, such as "eu".')
    .optional(),
  SMTP_URL: url(
    ["smtp:", "smtps:"],
    "must be the address of a mail server, such as smtps://user:password@mail.example.com. Leave it out and mails land in DATA_DIR/outbox.",
  ).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'must be a sender, such as "Entraide <help@example.com>".')
    .optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  ROLE: z
    .enum(["web", "worker", "all"], { error: 'must be "web", "worker" or "all" (the default).' })
    .default("all"),
  TRUST_PROXY: whole(0, 10, 0),
  DATA_DIR: z
    .string()
    .default(".data")
    .transform((value) => path.resolve(value)),
  ENTRAIDE_DEMO: flag(false),
  RATE_LIMITS: z
    .string()
    .refine(
      (value) => limitsFrom(value) !== null,
      'must be a factor, such as "10", or limits in points per seconds, such as "message.person=40/10 visitor.ip=120/3600".',
    )
    .optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"], { error: 'must be "debug", "info", "warn" or "error".' })
    .default("info"),
});

/** The checked environment; `DATA_DIR` is absolute. */
export type Env = z.infer<typeof Env>;

/** A configuration that cannot work. The message holds one sentence for every wrong variable. */
export class EnvError extends Error {
  readonly code = "ENV_INVALID";
  readonly variables: string[];

  constructor(problems: { variable: string; sentence: string }[]) {
    super(problems.map(({ sentence }) => sentence).join("\n"));
    this.name = "EnvError";
    this.variables = problems.map(({ variable }) => variable);
  }
}

/**
 * Checks and converts the environment. An empty variable counts as absent, as compose files write them.
 * Throws an `EnvError` that says which variable is wrong, why, and how to mend it; never with a secret's value.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const present = Object.fromEntries(
    Object.entries(source).filter(
      ([name, value]) => name in Env.shape && value !== undefined && value !== "",
    ),
  );
  const result = Env.safeParse(present);
  if (!result.success) {
    throw new EnvError(
      result.error.issues.map(({ path: [name], message }) => {
        const variable = String(name);
        const value = QUOTABLE.has(variable) ? present[variable] : undefined;
        return {
          variable,
          sentence: `${variable} ${value === undefined ? "" : `is "${value}", but `}${message}`,
        };
      }),
    );
  }
  const contradictions = findContradictions(result.data);
  if (contradictions.length > 0) throw new EnvError(contradictions);
  return result.data;
}

/** What no variable shows alone. */
function findContradictions(env: Env): { variable: string; sentence: string }[] {
  const found: { variable: string; sentence: string }[] = [];
  for (const provider of ["GOOGLE", "GITHUB"] as const) {
    const [id, secret] = [`${provider}_CLIENT_ID`, `${provider}_CLIENT_SECRET`] as const;
    if (!env[id] === !env[secret]) continue;
    const [missing, given] = env[id] ? [secret, id] : [id, secret];
    found.push({
      variable: missing,
      sentence: `${missing} is missing although ${given} is set. Signing in with this provider needs both; set it, or remove both.`,
    });
  }
  if (env.ROLE !== "all" && !env.PUSHER_HOST && !env.PUSHER_CLUSTER) {
    found.push({
      variable: "PUSHER_HOST",
      sentence: `PUSHER_HOST is missing although ROLE is "${env.ROLE}". The embedded channels server lives in one process; processes that share the work need one they can all reach. Set PUSHER_HOST (or PUSHER_CLUSTER for Pusher Channels), or ROLE=all.`,
    });
  }
  if (env.SMTP_URL && !env.MAIL_FROM) {
    found.push({
      variable: "MAIL_FROM",
      sentence:
        'MAIL_FROM is missing although SMTP_URL is set. Mail servers refuse strangers; set the sender, such as MAIL_FROM="Entraide <help@example.com>".',
    });
  }
  return found;
}

const MEMO = Symbol.for("entraide.env");
const memory = globalThis as typeof globalThis & { [MEMO]?: Env };

/**
 * The process's environment, checked at the first call. Kept on `globalThis`, because Next's bundle and the
 * server's own modules are two copies in one process. Throws like `parseEnv`.
 */
export function env(): Env {
  memory[MEMO] ??= parseEnv(process.env);
  return memory[MEMO];
}

/** Makes the next `env()` read `process.env` again, after a start has completed it or a test has changed it. */
export function forgetEnv(): void {
  delete memory[MEMO];
}
