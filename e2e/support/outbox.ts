import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";

/** A mail as the demo keeps it instead of sending it. */
export type Mail = { at: string; to: string; subject: string; text: string };

/** Waits for a mail to an address whose subject contains `subject`, and gives the newest. */
export async function mailTo(dataDir: string, address: string, subject: string): Promise<Mail> {
  const received = () =>
    readMails(dataDir).filter((mail) => mail.to === address && mail.subject.includes(subject));
  // Mails leave from a queue, which is slow to be served on a busy machine.
  const patience = { message: `“${subject}” to ${address}`, timeout: 30_000 };
  await expect.poll(() => received().length, patience).toBeGreaterThan(0);
  return received().at(-1) as Mail;
}

/** The one link in a mail that leads to `start`, such as an origin with a path. */
export function linkIn(mail: Mail, start: string): string {
  const link = mail.text.split(/[\s<>"()]+/).find((word) => word.startsWith(start));
  expect(link, `a link to ${start} in “${mail.subject}”`).toBeDefined();
  return link as string;
}

function readMails(dataDir: string): Mail[] {
  const folder = path.join(dataDir, "outbox");
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Mail)
      .sort((a, b) => a.at.localeCompare(b.at));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
