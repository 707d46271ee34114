import { describe, expect, it } from "vitest";
import { EnvError } from "@/lib/server/env";
import { doors } from "@/lib/start/run-demo";
import { checkProduction, checkSettings, demoSettings } from "@/lib/start/settings";
import { explain, StartError } from "@/lib/start/start-error";

describe("checkSettings", () => {
  it("needs nothing", () => {
    expect(checkSettings({})).toMatchObject({ PORT: 3000, ROLE: "all" });
  });

  it("refuses what is set and wrong", () => {
    expect(() => checkSettings({ PORT: "x" })).toThrow(EnvError);
    expect(() => checkSettings({ NEXTAUTH_SECRET: "short" })).toThrow(/NEXTAUTH_SECRET is too short/);
  });

  it("wants the keys of a Pusher server of one's own", () => {
    expect(() => checkSettings({ PUSHER_HOST: "ws.example.com" })).toThrow(/PUSHER_KEY is missing/);
  });
});

describe("checkProduction", () => {
  const pusher = { PUSHER_HOST: "ws.example.com", PUSHER_APP_ID: "1", PUSHER_KEY: "k", PUSHER_SECRET: "s" };

  it("refuses the demo's doors", () => {
    expect(() => checkProduction({ ENTRAIDE_DEMO: "1" })).toThrow(/doors without a key/);
    expect(checkProduction({ ENTRAIDE_DEMO: "0" })).toMatchObject({ ENTRAIDE_DEMO: false });
  });

  it("refuses to share an embedded database", () => {
    expect(() => checkProduction({ ...pusher, ROLE: "web" })).toThrow(/DATABASE_URL is missing/);
    const shared = { ...pusher, ROLE: "web", DATABASE_URL: "postgresql://db/entraide" };
    expect(checkProduction(shared)).toMatchObject({ ROLE: "web" });
  });
});

describe("demoSettings", () => {
  it("refuses a database that it did not start", () => {
    expect(() => demoSettings({ DATABASE_URL: "postgresql://db/real" })).toThrow(StartError);
    expect(() => demoSettings({ DATABASE_URL: "postgresql://db/real" })).toThrow(/starts itself/);
  });

  it("leaves out what leads to real people or past this machine, whatever is set", () => {
    const settings = checkSettings(
      demoSettings({
        SMTP_URL: "smtp://real",
        MAIL_FROM: "real@example.com",
        PUSHER_HOST: "real",
        GITHUB_CLIENT_ID: "real",
        ROLE: "web",
        HOST: "0.0.0.0",
        TRUST_PROXY: "3",
        NEXTAUTH_URL: "https://real.example.com",
        PORT: "4000",
      }),
    );
    expect(settings).toMatchObject({ ENTRAIDE_DEMO: true, ROLE: "all", TRUST_PROXY: 0, PORT: 4000 });
    expect(JSON.stringify(settings)).not.toContain("real");
  });

  it("keeps what is none of its business", () => {
    expect(demoSettings({ PATH: "/bin", GITHUB_ACTIONS: "true" })).toMatchObject({
      PATH: "/bin",
      GITHUB_ACTIONS: "true",
    });
  });
});

describe("explain", () => {
  it("shows a sentence for what a person can mend, and the whole stack for a bug", () => {
    expect(explain(new StartError("The port is taken."))).toBe("The port is taken.");
    expect(explain(new EnvError([{ variable: "PORT", sentence: "PORT is wrong." }]))).toBe("PORT is wrong.");
    expect(explain(new TypeError("x is not a function"))).toMatch(/TypeError: x is not a function\n +at /);
    expect(explain("thrown text")).toBe("thrown text");
  });
});

describe("doors", () => {
  it("lead to the shop and to the product under two different names", () => {
    const text = doors(3004, 2.34).join("\n");
    expect(text).toContain("Ready in 2.3 s at http://localhost:3004");
    expect(text).toMatch(/Demo shop +http:\/\/127\.0\.0\.1:3004\/demo/);
    for (const door of ["Expert desk", "Staff desk", "Manager board"]) {
      expect(text).toMatch(new RegExp(`${door} +http://localhost:3004 `));
    }
    expect(text).toMatch(/Outbox +http:\/\/localhost:3004\/outbox/);
  });
});
