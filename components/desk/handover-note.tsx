"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { asWritten } from "@/components/chat/as-written";
import { Thread } from "@/components/chat/thread";
import { Skeleton } from "@/components/ui/skeleton";
import { useErrorText } from "@/lib/client/use-error-text";
import type { MessageView } from "@/lib/domain/chat/view";
import type { OfferView } from "@/lib/domain/offer/view";
import { useDeskHandle } from "./use-desk";
import { useSomeone } from "./use-words";

/** What an offer says of the helper before: who hands over and why, his note, and what was said, to be opened. */
export function HandoverNote({ offer }: { offer: OfferView }) {
  const t = useTranslations("desk.offer");
  const { handover, capsule } = offer;
  if (!handover && !capsule && !offer.hasTranscript) return null;
  return (
    <div className="given">
      {handover && (
        <p>
          <span className="strong">
            {t(handover.isNamed ? "from" : "fromAny", { kind: handover.kind, name: handover.name })}
          </span>
          {handover.reason && t.rich("fromWhy", { reason: handover.reason, words: asWritten })}
        </p>
      )}
      {capsule && <p className="muted">{t.rich("capsule", { text: capsule, words: asWritten })}</p>}
      {offer.hasTranscript && <Transcript offer={offer} />}
    </div>
  );
}

function Transcript({ offer }: { offer: OfferView }) {
  const t = useTranslations("desk.offer");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="given__said" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("transcript")}</summary>
      {isOpen && <Said offer={offer} />}
    </details>
  );
}

function Said({ offer }: { offer: OfferView }) {
  const { actions, memberId, store } = useDeskHandle();
  const errorText = useErrorText();
  const name = useSomeone()(offer.firstName);
  const [messages, setMessages] = useState<readonly MessageView[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    actions.transcript(offer.id).then(
      (found) => isCurrent && setMessages(found),
      (error: unknown) => isCurrent && setProblem(errorText(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [actions, errorText, offer.id]);
  if (problem) {
    return (
      <p className="help help--error" role="alert">
        {problem}
      </p>
    );
  }
  if (!messages) return <Skeleton width="60%" height={44} />;
  return (
    <div className="given__thread">
      <Thread
        messages={messages}
        selfId={memberId}
        selfKind={store.view().desk?.self.kind ?? "owner"}
        visitorName={name}
        language={offer.language}
        visitorReadSeq={0}
      />
    </div>
  );
}
