"use client";

import { Link2 } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { groupMessages } from "@/components/chat/group-messages";
import { MessageGroup } from "@/components/chat/message-group";
import { SystemLineText } from "@/components/chat/system-line-text";
import { useClockTime } from "@/components/chat/use-clock-time";
import { IconButton } from "@/components/ui/button";
import { showError, showToast } from "@/components/ui/toast";
import type { MessageView } from "@/lib/domain/chat/view";

/** What was said, oldest first; each message has an address of its own (`#m-<seq>`), which shows it. */
export function Transcript(props: {
  messages: readonly MessageView[];
  visitorName: string;
  language: string;
  visitorReadSeq: number;
  helperReadSeq: number;
  /** Pictures' addresses have lapsed: read the page again. */
  onLapsed: () => void;
}) {
  const { messages, visitorName, language } = props;
  const t = useTranslations("conversation.one");
  const target = useTarget();
  const unseen = (author: "visitor" | "member", seq: number) =>
    messages.filter((message) => message.author === author && message.seq > seq).length;
  const byVisitor = unseen("member", props.visitorReadSeq);
  return (
    <div className="conv__talk">
      <div className="talk">
        {groupMessages(messages, null).map((item) =>
          item.kind === "system"
            ? item.message.system && (
                <div key={item.message.id} id={`m-${item.message.seq}`} className="conv__msg">
                  <SystemLineText line={item.message.system} visitorName={visitorName} />
                </div>
              )
            : item.messages.map((message) => (
                <div
                  key={message.id}
                  id={`m-${message.seq}`}
                  className="conv__msg"
                  data-target={target === message.seq}
                >
                  <MessageGroup
                    messages={[message]}
                    isOwn={item.isOwn}
                    isObserved
                    visitorName={visitorName}
                    language={language}
                    knownSeq={Number.POSITIVE_INFINITY}
                    seenSeq={null}
                    action={(shown) => <CopyLink message={shown} visitorName={visitorName} />}
                    onLapsed={props.onLapsed}
                  />
                </div>
              )),
        )}
      </div>
      <p className="meta">
        {byVisitor === 0 ? t("seenByVisitor") : t("unseenByVisitor", { count: byVisitor })}
        {" · "}
        {t("seenByHelper", { count: unseen("visitor", props.helperReadSeq) })}
      </p>
    </div>
  );
}

/** The message that the address names, in sight. */
function useTarget(): number | null {
  const [target, setTarget] = useState<number | null>(null);
  useEffect(() => {
    const read = () => {
      const [, seq] = /^#m-(\d{1,9})$/.exec(location.hash) ?? [];
      setTarget(seq === undefined ? null : Number(seq));
      if (seq !== undefined) document.getElementById(`m-${seq}`)?.scrollIntoView({ block: "center" });
    };
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return target;
}

function CopyLink(props: { message: MessageView; visitorName: string }) {
  const { message } = props;
  const t = useTranslations("conversation.one");
  const path = usePathname();
  const timeOf = useClockTime();
  const name = message.helper?.name ?? props.visitorName;
  const copy = async () => {
    const hash = `#m-${message.seq}`;
    try {
      await navigator.clipboard.writeText(`${location.origin}${path}${hash}`);
      showToast(t("copied"));
    } catch {
      location.hash = hash;
      showError(t("copyFailed"));
    }
  };
  return (
    <IconButton
      icon={Link2}
      size="sm"
      className="said__quiet"
      label={t("copyOf", { name, time: timeOf(message.sentAt) })}
      title={t("copy")}
      onClick={() => void copy()}
    />
  );
}
