import { randomUUID } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import nodemailer from "nodemailer";
import { db } from "@/lib/server/database";
import { env } from "@/lib/server/env";
import type { Mail } from "./mail";
import { mailHeaders } from "./mail-headers";
import { type OutboxMail, outboxFolder } from "./outbox";
import { type RenderedMail, renderMail } from "./render-mail";

/**
 * Sends a mail through SMTP_URL or, without one, writes it to the outbox. `id` and `at` belong to the job: a job that is
 * run twice sends the same message id, and overwrites its own file. Nothing is sent to a visitor who was erased.
 */
export async function sendMail({ mail, id, at }: { mail: Mail; id: string; at: Date }): Promise<void> {
  const { visitorId } = mail;
  if (visitorId && (await isErased(visitorId))) return;
  const rendered = await renderMail(mail);
  const { SMTP_URL } = env();
  if (SMTP_URL) return sendBySmtp(SMTP_URL, rendered, id);
  const { thread: _, stopUrl: __, ...kept } = rendered;
  await keep({
    id,
    at: at.toISOString(),
    ...kept,
    headers: headersOf(rendered, id),
    ...(visitorId ? { visitorId } : {}),
  });
}

async function isErased(visitorId: string): Promise<boolean> {
  return (await db().visitor.count({ where: { id: visitorId, erasedAt: null } })) === 0;
}

function headersOf({ thread, stopUrl }: RenderedMail, id: string) {
  const { hostname } = new URL(env().NEXTAUTH_URL);
  return mailHeaders({ id, hostname, thread, stopUrl });
}

async function sendBySmtp(smtpUrl: string, mail: RenderedMail, id: string) {
  const { to, subject, text, html } = mail;
  const { messageId, ...headers } = headersOf(mail, id);
  const { MAIL_FROM, NEXTAUTH_URL } = env();
  const { hostname } = new URL(NEXTAUTH_URL);
  const transport = nodemailer.createTransport(smtpUrl, {
    from: MAIL_FROM ?? `Entraide <no-reply@${hostname}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    // An object, never a text: nodemailer would read lists and names out of a text.
    await transport.sendMail({
      to: { name: "", address: to },
      subject,
      text,
      html,
      messageId,
      headers,
    });
  } finally {
    transport.close();
  }
}

async function keep(mail: OutboxMail): Promise<void> {
  const folder = outboxFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = path.join(folder, `${mail.at.replace(/[:.]/g, "-")}-${mail.id}.json`);
  // A reader never meets half a mail.
  const half = `${target}.${randomUUID()}.half`;
  await writeFile(half, `${JSON.stringify(mail, null, 2)}\n`, { mode: 0o600 });
  await rename(half, target);
}
