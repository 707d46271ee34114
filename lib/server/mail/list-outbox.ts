import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { OutboxMail, outboxFolder } from "./outbox";

const mostMails = 100;

/** The mails kept instead of sent, newest first, a hundred at most. Empty when there never was one. */
export async function listOutbox(): Promise<OutboxMail[]> {
  const folder = outboxFolder();
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const newest = names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse()
    .slice(0, mostMails);
  return Promise.all(
    newest.map(async (name) => OutboxMail.parse(JSON.parse(await readFile(path.join(folder, name), "utf8")))),
  );
}
