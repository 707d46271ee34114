import { createECDH } from "node:crypto";
import { env } from "@/lib/server/env";

/** The public half of the installation's key: what browsers are subscribed with. Base64url, 65 bytes. */
export function vapidPublicKey(): string {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from(env().VAPID_PRIVATE_KEY, "base64url"));
  return pair.getPublicKey("base64url");
}

/** Whom a push service may write to about our messages (RFC 8292, section 2.1): the sender of mails, or our own address. */
export function vapidSubject(): string {
  const { MAIL_FROM, NEXTAUTH_URL } = env();
  const sender = MAIL_FROM && /[^\s<>]+@[^\s<>]+/.exec(MAIL_FROM)?.[0];
  if (sender) return `mailto:${sender}`;
  return NEXTAUTH_URL.startsWith("https:") ? NEXTAUTH_URL : "mailto:nobody@example.com";
}
