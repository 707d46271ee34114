/**
 * The headers that a mail carries beside its addresses and subject. The root of a thread has the thread's own message
 * id, later mails name it (RFC 5322 § 3.6.4), so that mail programs show them as one conversation. `stopUrl` takes a
 * POST from the mail program's own "unsubscribe" (RFC 8058). `id` is the job's: a job that is run twice sends the same
 * message id.
 */
export function mailHeaders({
  id,
  hostname,
  thread,
  stopUrl,
}: {
  id: string;
  hostname: string;
  thread: { id: string; isRoot: boolean } | null;
  stopUrl: string | null;
}): { messageId: string } & Record<string, string> {
  const root = thread && `<entraide-thread-${thread.id}@${hostname}>`;
  return {
    messageId: root && thread.isRoot ? root : `<entraide-${id}@${hostname}>`,
    "Auto-Submitted": "auto-generated",
    ...(root && !thread.isRoot ? { "In-Reply-To": root, References: root } : {}),
    ...(stopUrl
      ? { "List-Unsubscribe": `<${stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
      : {}),
  };
}
