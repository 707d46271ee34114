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
  const mails = await Promise.all(
    newest.map(async (name) => readMail(await readFile(path.join(folder, name), "utf8"))),
  );
  return mails.filter((mail) => mail !== null);
}

/** Null for what an earlier version kept in another shape: one old file must not hide the others. */
function readMail(json: string): OutboxMail | null {
  return OutboxMail.safeParse(JSON.parse(json)).data ?? null;
}
