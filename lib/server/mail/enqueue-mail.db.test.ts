import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { Logger, runOnce } from "graphile-worker";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commit } from "@/lib/server/commit";
import { pool } from "@/lib/server/database";
import { env, forgetEnv } from "@/lib/server/env";
import { tasks } from "@/lib/server/job/tasks";
import { enqueueMail, withdrawMail } from "@/lib/server/mail/enqueue-mail";
import { listOutbox } from "@/lib/server/mail/list-outbox";
import { resetDatabase } from "@/lib/server/testing/database";

const mail = {
  to: "Nadia@Example.com",
  template: "sign-in" as const,
  locale: "en" as const,
  data: { url: "https://help.example.com/sign-in/confirm?token=a", host: "help.example.com" },
};

const logger = new Logger(() => () => undefined);
const work = () => runOnce({ pgPool: pool(), taskList: tasks, noHandleSignals: true, logger });

beforeEach(async () => {
  await resetDatabase();
  await rm(env().DATA_DIR, { recursive: true, force: true });
});

describe("enqueueMail", () => {
  it("puts the mail where the outbox is read, once", async () => {
    expect(await listOutbox()).toEqual([]);
    await enqueueMail(mail);
    await work();
    await work();
    expect(await listOutbox()).toEqual([
      expect.objectContaining({
        to: "nadia@example.com",
        subject: "Your link to sign in to help.example.com",
        text: expect.stringContaining(mail.data.url),
      }),
    ]);
  });

  it("shows the newest mail first", async () => {
    await enqueueMail(mail);
    await enqueueMail({ ...mail, to: "samir@example.com" });
    await work();
    expect((await listOutbox()).map(({ to }) => to)).toEqual(["samir@example.com", "nadia@example.com"]);
  });

  it("belongs to its transaction: taken back with it, committed with it", async () => {
    const broken = commit(async (tx) => {
      await enqueueMail({ ...mail, tx });
      throw new Error("no");
    });
    await expect(broken).rejects.toThrow("no");
    await work();
    expect(await listOutbox()).toEqual([]);
    await commit((tx) => enqueueMail({ ...mail, tx }));
    await work();
    expect(await listOutbox()).toHaveLength(1);
  });

  it.each(["a@example.com,b@example.com", "<b>@example.com", "nadia@example.com\r\nBcc: x@example.com"])(
    "refuses %j as an address",
    async (to) => {
      await expect(enqueueMail({ ...mail, to })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    },
  );
});

describe("withdrawMail", () => {
  const later = { key: "held", seconds: 10 };
  const lock = (age: string) =>
    pool().query(`
    UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '${age}', locked_by = 'worker'`);

  it("takes a mail back that waits, once", async () => {
    await enqueueMail({ ...mail, later });
    expect(await commit((tx) => withdrawMail({ tx, key: later.key }))).toBe(true);
    expect(await commit((tx) => withdrawMail({ tx, key: later.key }))).toBe(false);
  });

  it("is too late for one that is being sent, unless its worker died long ago", async () => {
    await enqueueMail({ ...mail, later });
    await lock("1 second");
    const broken = commit(async (tx) => {
      expect(await withdrawMail({ tx, key: later.key })).toBe(false);
      throw new Error("too late");
    });
    await expect(broken).rejects.toThrow("too late");
    await lock("5 hours");
    expect(await commit((tx) => withdrawMail({ tx, key: later.key }))).toBe(true);
  });
});

describe("a mail server", () => {
  afterEach(() => {
    delete process.env.SMTP_URL;
    delete process.env.MAIL_FROM;
    forgetEnv();
  });

  it("gets the mail from us, for the one address", async () => {
    const said: string[] = [];
    const server = createServer((socket) => {
      let isData = false;
      const answer = (line: string) => {
        said.push(line);
        if (isData) {
          if (line !== ".") return;
          isData = false;
        }
        if (line === "DATA") isData = true;
        socket.write(line === "DATA" ? "354 go on\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
        if (line === "QUIT") socket.end();
      };
      let rest = "";
      socket.write("220 ready\r\n");
      socket.on("data", (chunk) => {
        const lines = (rest + chunk).split("\r\n");
        rest = lines.pop() ?? "";
        for (const line of lines) answer(line);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (typeof address !== "object" || !address) throw new Error("no port");
    process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}?ignoreTLS=true`;
    process.env.MAIL_FROM = "Entraide <help@example.com>";
    forgetEnv();
    try {
      await enqueueMail(mail);
      await work();
    } finally {
      server.close();
    }
    expect(said.filter((line) => /^(MAIL|RCPT) /.test(line))).toEqual([
      "MAIL FROM:<help@example.com>",
      "RCPT TO:<nadia@example.com>",
    ]);
    expect(said).toContain("To: nadia@example.com");
    expect(said).toContain("Subject: Your link to sign in to help.example.com");
    expect(said.find((line) => line.startsWith("Message-ID:"))).toMatch(/<entraide-\d+@localhost>/);
    expect(await listOutbox()).toEqual([]);
  });
});
