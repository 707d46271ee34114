import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Env, EnvError, env, forgetEnv, parseEnv } from "@/lib/server/env";

const SECRET = "a secret of more than thirty-two characters";
const minimal = {
  DATABASE_URL: "postgresql://u:hidden-password@localhost:5432/entraide",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: SECRET,
  ATTACHMENT_SECRET: SECRET,
  VAPID_PRIVATE_KEY: "k".repeat(43),
  VISITOR_TOKEN_SECRET: SECRET,
  PUSHER_APP_ID: "1",
  PUSHER_KEY: "key",
  PUSHER_SECRET: "pusher-secret",
};

function refusal(source: Record<string, string | undefined>): EnvError {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error;
    throw error;
  }
  throw new Error("the environment was accepted");
}

describe("parseEnv", () => {
  it("fills in defaults and converts", () => {
    expect(parseEnv({ ...minimal, PORT: "8080", PUSHER_USE_TLS: "0" })).toMatchObject({
      PORT: 8080,
      DATABASE_POOL: 10,
      TRUST_PROXY: 0,
      PUSHER_USE_TLS: false,
      ENTRAIDE_DEMO: false,
      ROLE: "all",
      DATA_DIR: path.resolve(".data"),
    });
  });

  it("takes an empty variable for an absent one", () => {
    const parsed = parseEnv({ ...minimal, PORT: "", SMTP_URL: "", PUSHER_HOST: "", GOOGLE_CLIENT_ID: "" });
    expect(parsed.PORT).toBe(3000);
    expect(parsed.SMTP_URL).toBeUndefined();
  });

  it("takes the trailing slash off the public address", () => {
    expect(parseEnv({ ...minimal, NEXTAUTH_URL: "https://help.example.com/" }).NEXTAUTH_URL).toBe(
      "https://help.example.com",
    );
  });

  it.each([
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_URL", "entraide"],
    ["DATABASE_POOL", "0"],
    ["PORT", "http"],
    ["PORT", "70000"],
    ["NEXTAUTH_URL", "help.example.com"],
    ["NEXTAUTH_SECRET", "short"],
    ["PUSHER_HOST", "https://ws.example.com"],
    ["PUSHER_PORT", "-1"],
    ["PUSHER_USE_TLS", "yes"],
    ["SMTP_URL", "https://mail.example.com"],
    ["MAIL_FROM", "nobody"],
    ["ROLE", "boss"],
    ["TRUST_PROXY", "true"],
    ["LOG_LEVEL", "loud"],
  ])("refuses a wrong %s, alone and by name (%s)", (variable, value) => {
    const error = refusal({ ...minimal, [variable]: value });
    expect(error.variables).toEqual([variable]);
    expect(error.message).toMatch(new RegExp(`^${variable} .+\\.$`));
  });

  it("names every missing secret at once", () => {
    expect(refusal({ DATABASE_URL: minimal.DATABASE_URL }).variables).toEqual(
      expect.arrayContaining(["NEXTAUTH_SECRET", "PUSHER_KEY", "VISITOR_TOKEN_SECRET"]),
    );
  });

  it("never repeats a value that may hold a password", () => {
    const error = refusal({
      ...minimal,
      DATABASE_URL: "mysql://u:hidden-password@localhost/x",
      NEXTAUTH_SECRET: "hidden",
      SMTP_URL: "ftp://u:hidden@localhost",
    });
    expect(error.variables).toHaveLength(3);
    expect(error.message).not.toContain("hidden");
  });

  it.each([
    ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
    ["GITHUB_CLIENT_SECRET", "GITHUB_CLIENT_ID"],
  ])("refuses %s without %s", (given, missing) => {
    expect(refusal({ ...minimal, [given]: "x" }).variables).toEqual([missing]);
    expect(parseEnv({ ...minimal, [given]: "x", [missing]: "y" })).toMatchObject({ [given]: "x" });
  });

  it.each(["web", "worker"])("refuses ROLE=%s with the embedded channels server, and says why", (role) => {
    const error = refusal({ ...minimal, ROLE: role });
    expect(error.variables).toEqual(["PUSHER_HOST"]);
    expect(error.message).toContain("lives in one process");
    expect(parseEnv({ ...minimal, ROLE: role, PUSHER_HOST: "ws.example.com" }).ROLE).toBe(role);
    expect(parseEnv({ ...minimal, ROLE: role, PUSHER_CLUSTER: "eu" }).ROLE).toBe(role);
  });

  it("asks for a sender as soon as real mail is sent", () => {
    expect(refusal({ ...minimal, SMTP_URL: "smtp://localhost" }).variables).toEqual(["MAIL_FROM"]);
  });
});

describe("env", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    forgetEnv();
  });

  it("is read once, and again after forgetEnv", () => {
    for (const [name, value] of Object.entries({ ...minimal, PORT: "4001" })) vi.stubEnv(name, value);
    forgetEnv();
    expect(env().PORT).toBe(4001);
    vi.stubEnv("PORT", "4002");
    expect(env().PORT).toBe(4001);
    forgetEnv();
    expect(env().PORT).toBe(4002);
  });
});

it(".env.example documents exactly the variables that are read", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const documented = readFileSync(path.join(root, ".env.example"), "utf8").matchAll(/^# ?([A-Z_]+)=/gm);
  expect([...documented].map(([, name]) => name).sort()).toEqual(Object.keys(Env.shape).sort());
});
