import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { OutboxMail, outboxFolder } from "./outbox";

/** Removes the kept mails to a visitor: those that name him, and others to his addresses that name nobody. */
export async function removeFromOutbox({
  visitorId,
  addresses,
}: {
  visitorId: string;
  addresses: readonly string[];
}): Promise<void> {
  const folder = outboxFolder();
  const known = new Set(addresses.map((address) => address.toLowerCase()));
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for (const name of names) {
    const file = path.join(folder, name);
    const mail = OutboxMail.safeParse(await readJson(file)).data;
    if (!mail) continue;
    const isHis = mail.visitorId ? mail.visitorId === visitorId : known.has(mail.to.toLowerCase());
    if (isHis) await rm(file, { force: true });
  }
}

/** What a file holds; nothing when it is gone or half written. */
async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return null;
  }
}
