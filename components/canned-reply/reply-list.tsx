"use client";

import { MessageSquareText, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button, IconButton } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { CannedReply } from "@/lib/domain/canned-reply/view";
import { ReplyDialog } from "./reply-dialog";
import { replyRequests } from "./requests";

/** The brand's canned replies: to add, change and remove, each with one step back. */
export function ReplyList(props: { brandSlug: string; replies: readonly CannedReply[] }) {
  const t = useTranslations("reply");
  const locale = useLocale();
  const errorText = useErrorText();
  const [requests] = useState(() => replyRequests(props.brandSlug));
  const [replies, setReplies] = useState(props.replies);
  const [open, setOpen] = useState<{ reply: CannedReply | null } | null>(null);

  async function read() {
    setReplies((await requests.list()).replies);
  }
  /** Does something and says so; a failure says why, and the list is read again for what is now. */
  async function act(run: () => Promise<unknown>, said: string, undo?: () => Promise<unknown>) {
    try {
      await run();
      await read();
      showToast(said, undo && { label: t("undo"), onAction: () => void act(undo, t("undone")) });
    } catch (error) {
      showError(errorText(error));
      await read().catch(() => undefined);
    }
  }
  const wordsOf = ({ shortcut, title, body, language }: CannedReply) => ({ shortcut, title, body, language });
  const remove = (reply: CannedReply) =>
    act(
      () => requests.remove(reply.id, reply.version),
      t("removed", { shortcut: reply.shortcut }),
      () => requests.create(wordsOf(reply)),
    );
  const saved = (now: CannedReply, before: CannedReply | null) => {
    setOpen(null);
    void act(
      async () => undefined,
      t(before ? "saved" : "added", { shortcut: now.shortcut }),
      () =>
        before
          ? requests.change(now.id, { ...wordsOf(before), version: now.version })
          : requests.remove(now.id, now.version),
    );
  };

  return (
    <section className="grid gap-4" aria-label={t("name")}>
      <Button
        look="primary"
        icon={Plus}
        className="justify-self-start"
        onClick={() => setOpen({ reply: null })}
      >
        {t("add")}
      </Button>
      {replies.length === 0 ? (
        <Empty icon={MessageSquareText} title={t("none")}>
          {t("noneText")}
        </Empty>
      ) : (
        <ul>
          {replies.map((reply) => (
            <li key={reply.id} className="flex gap-3 border-t border-line py-3">
              <div className="grid min-w-0 grow gap-1">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <b className="wrap-anywhere">/{reply.shortcut}</b>
                  <span className="min-w-0 wrap-anywhere">{reply.title}</span>
                  <Tag>{t(reply.language)}</Tag>
                </p>
                <p className="muted line-clamp-2 wrap-anywhere" lang={reply.language} dir="auto">
                  {reply.body}
                </p>
              </div>
              <span className="flex shrink-0">
                <IconButton
                  icon={Pencil}
                  label={t("changeOf", { shortcut: reply.shortcut })}
                  title={t("change")}
                  onClick={() => setOpen({ reply })}
                />
                <IconButton
                  icon={Trash2}
                  label={t("removeOf", { shortcut: reply.shortcut })}
                  title={t("remove")}
                  onClick={() => void remove(reply)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <ReplyDialog
          requests={requests}
          reply={open.reply}
          language={locale}
          onSaved={saved}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
