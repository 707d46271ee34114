import { createECDH, generateKeyPairSync, randomBytes, randomInt } from "node:crypto";
import { appendFile, chmod, readFile } from "node:fs/promises";
import path from "node:path";
import { createDataFolder } from "@/lib/start/folder-lock";

const random = (bytes: number) => randomBytes(bytes).toString("base64url");

/** A private key on P-256, 32 bytes (RFC 8292); the public one is worked out from it, so that no two can differ. */
function privateKey(): string {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  // Leading zeros are left out of the number.
  return Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString("base64url");
}

/** An RSA key that signs records of badges, as PKCS #8 in base64url. */
function rsaKey(): string {
  const { privateKey: made } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return made.export({ type: "pkcs8", format: "der" }).toString("base64url");
}

/** What every installation makes up for itself, and how. */
const RECIPES = {
  NEXTAUTH_SECRET: () => random(32),
  ATTACHMENT_SECRET: () => random(32),
  VISITOR_TOKEN_SECRET: () => random(32),
  VAPID_PRIVATE_KEY: privateKey,
  BADGE_PRIVATE_KEY: rsaKey,
  PUSHER_APP_ID: () => String(randomInt(1e10, 1e11)),
  PUSHER_KEY: () => randomBytes(10).toString("hex"),
  PUSHER_SECRET: () => random(24),
  POSTGRES_PASSWORD: () => random(24),
};

/** The secrets of one installation; `POSTGRES_PASSWORD` is the embedded database's. */
export type Secrets = Record<keyof typeof RECIPES, string>;

const HEADER = [
  "# The secrets of this installation, made up at its first start. Keep them: sessions, visitors' tokens and the",
  "# embedded database depend on them. Variables of the environment win over this file.",
  "",
].join("\n");

/** Ends a line that the machine's stop cut short, so that it never counts; on a line of its own it is a remark. */
const CUT_SHORT = " # added later\n";

/**
 * Reads `<dataDir>/secrets.env`, first adding to it what is missing: everything at the first start, and later
 * what a newer version needs.
 *
 * Lines are only ever appended and the first one of a name counts, so starters that race end with the same
 * secrets without a lock. Creates the folder; the file is readable by its owner alone.
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, "secrets.env");
  await createDataFolder(dataDir);
  const before = await read(file);
  const missing = Object.entries(RECIPES).filter(([name]) => !before.has(name));
  if (missing.length > 0) {
    const lines = missing.map(([name, make]) => `${name}=${make()}\n`).join("");
    await appendFile(file, before.size === 0 ? HEADER + lines : CUT_SHORT + lines, { mode: 0o600 });
  }
  await chmod(file, 0o600);
  const after = await read(file);
  return Object.fromEntries(Object.keys(RECIPES).map((name) => [name, after.get(name) ?? ""])) as Secrets;
}

async function read(file: string): Promise<Map<string, string>> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const found = new Map<string, string>();
  // Only whole lines: half a secret is none.
  for (const [, name = "", value = ""] of text.matchAll(/^([A-Z_]+)=(\S+)\r?\n/gm)) {
    if (!found.has(name)) found.set(name, value);
  }
  return found;
}

/**
 * The environment completed by the installation's secrets; what the environment says wins. A Pusher server of
 * your own has its own keys: with `PUSHER_HOST` or `PUSHER_CLUSTER`, ours are left out.
 */
export function withSecrets(
  environment: Readonly<Record<string, string | undefined>>,
  { POSTGRES_PASSWORD: _, ...secrets }: Secrets,
): Record<string, string | undefined> {
  const foreignPusher = Boolean(environment.PUSHER_HOST || environment.PUSHER_CLUSTER);
  const completed = { ...environment };
  for (const [name, value] of Object.entries(secrets)) {
    if (completed[name] || (foreignPusher && name.startsWith("PUSHER_"))) continue;
    completed[name] = value;
  }
  return completed;
}
