"use client";

import { TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Written } from "@/components/chat/written";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { Ring } from "@/components/ui/ring";
import type { OfferView } from "@/lib/domain/offer/view";
import { keyOf } from "./commands";
import { HandoverNote } from "./handover-note";
import { useDeskHandle } from "./use-desk";
import { useFocusHeir } from "./use-focus-heir";
import { useCommand } from "./use-keys";
import { useOfferAnswer } from "./use-offer-answer";
import { useOverflows } from "./use-overflows";
import { useNameOf, useSomeone } from "./use-words";
import { WhyYou } from "./why-you";

/** A question put to an expert, with the time that is left for it. That it is shown is told to the server at once. */
export function OfferCard(props: {
  offer: OfferView;
  /** The one that leads: it has the green button, and the keys. */
  isFirst: boolean;
  withKeys: boolean;
  onAccepted: (chatId: string) => void;
}) {
  const { offer, isFirst, withKeys } = props;
  const { actions, clock } = useDeskHandle();
  const t = useTranslations("desk.offer");
  const nameOf = useNameOf();
  const { busy, problem, accept, pass } = useOfferAnswer(offer.id, props.onAccepted);
  const card = useRef<HTMLElement>(null);
  useFocusHeir(card);
  useEffect(() => actions.confirmDelivery(offer.id), [actions, offer.id]);
  useCommand("accept", isFirst && !busy ? accept : null);
  useCommand("pass", isFirst && !busy ? pass : null);
  const name = useSomeone()(offer.firstName);
  const hasKeys = isFirst && withKeys;
  return (
    <section className="offer" ref={card} aria-label={t("labelNamed", { name })}>
      <div className="offer__top">
        <Ring
          mode="down"
          startedAt={Date.parse(offer.madeAt)}
          endsAt={Date.parse(offer.expiresAt)}
          clockOffset={clock.offset()}
          label={(seconds) => t("ring", { seconds })}
        />
        <div className="offer__who">
          <p className="c-green strong">{t("label")}</p>
          <p className="muted">{offer.pageTitle ? t("looking", { name, page: offer.pageTitle }) : name}</p>
        </div>
        {offer.topic && <Tag tone="line">{nameOf(offer.topic)}</Tag>}
      </div>
      <OfferText offer={offer} />
      <HandoverNote offer={offer} />
      <WhyYou reason={offer.reason} />
      <div className="offer__act">
        <Button
          look={isFirst ? "primary" : "secondary"}
          size="lg"
          busy={busy === "accepting"}
          busyLabel={t("accepting")}
          disabled={busy === "passing"}
          aria-keyshortcuts={hasKeys ? keyOf.accept : undefined}
          onClick={accept}
        >
          {t("accept")}
          {hasKeys && <kbd>{keyOf.accept}</kbd>}
        </Button>
        <Button
          size="lg"
          busy={busy === "passing"}
          busyLabel={t("passing")}
          disabled={busy === "accepting"}
          aria-keyshortcuts={hasKeys ? keyOf.pass : undefined}
          onClick={pass}
        >
          {t("pass")}
          {hasKeys && <kbd>{keyOf.pass}</kbd>}
        </Button>
        <span className="meta wide">{t("passFree")}</span>
      </div>
      {problem && (
        <p className="help help--error" role="alert">
          <Icon icon={TriangleAlert} size={16} />
          {problem}
        </p>
      )}
    </section>
  );
}

/** The question. A long one scrolls, by keyboard as well. */
function OfferText(props: { offer: OfferView }) {
  const { text, language } = props.offer;
  const t = useTranslations("desk.offer");
  const box = useRef<HTMLParagraphElement>(null);
  const isLong = useOverflows(box, text);
  return (
    <p
      ref={box}
      className="offer__ask"
      lang={language}
      dir="auto"
      {...(isLong ? { tabIndex: 0, role: "group", "aria-label": t("text") } : {})}
    >
      <Written text={text} />
    </p>
  );
}
