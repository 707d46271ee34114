"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Written } from "@/components/chat/written";
import { Button } from "@/components/ui/button";
import type { OfferView } from "@/lib/domain/offer/view";
import { HandoverNote } from "./handover-note";
import { useDeskHandle } from "./use-desk";
import { useFocusHeir } from "./use-focus-heir";
import { useCommand } from "./use-keys";
import { useOfferAnswer } from "./use-offer-answer";
import { useServerNow } from "./use-server-now";
import { useSomeone } from "./use-words";

/** The questions put to a member of the staff, oldest first, each with its seconds and a way to take it. */
export function WaitingList(props: { offers: readonly OfferView[]; onAccepted: (chatId: string) => void }) {
  const t = useTranslations("desk.waiting");
  return (
    <section className="queue">
      <div className="between">
        <h2>{t("title")}</h2>
        <span className="meta num">{props.offers.length || ""}</span>
      </div>
      {props.offers.length === 0 && <p className="muted">{t("none")}</p>}
      <ul>
        {props.offers.map((offer, index) => (
          <WaitingRow key={offer.id} offer={offer} isFirst={index === 0} onAccepted={props.onAccepted} />
        ))}
      </ul>
    </section>
  );
}

function WaitingRow(props: { offer: OfferView; isFirst: boolean; onAccepted: (chatId: string) => void }) {
  const { offer } = props;
  const { actions, clock } = useDeskHandle();
  const t = useTranslations("desk.waiting");
  const { busy, problem, accept, pass } = useOfferAnswer(offer.id, props.onAccepted);
  const row = useRef<HTMLLIElement>(null);
  useFocusHeir(row);
  useCommand("accept", props.isFirst && !busy ? accept : null);
  useCommand("pass", props.isFirst && !busy ? pass : null);
  useEffect(() => actions.confirmDelivery(offer.id), [actions, offer.id]);
  const now = useServerNow(clock, 500);
  const seconds = Math.max(0, Math.ceil((Date.parse(offer.expiresAt) - now) / 1000));
  const tone = seconds <= 3 ? "c-red" : seconds <= 6 ? "c-amber" : "c-muted";
  const name = useSomeone()(offer.firstName);
  return (
    <li ref={row}>
      <p className="queue__who">
        <b>{name}</b> <span className={`num ${tone}`}>{t("left", { seconds })}</span>
      </p>
      <p className="queue__ask" lang={offer.language} dir="auto">
        <Written text={offer.text} />
      </p>
      <HandoverNote offer={offer} />
      <div className="queue__act">
        <Button
          look={props.isFirst ? "primary" : "secondary"}
          size="sm"
          aria-label={busy ? undefined : t("takeOf", { name })}
          busy={busy === "accepting"}
          busyLabel={t("taking")}
          disabled={busy === "passing"}
          onClick={accept}
        >
          {t("take")}
        </Button>
        <Button
          look="quiet"
          size="sm"
          aria-label={t("passOf", { name })}
          disabled={busy !== null}
          onClick={pass}
        >
          {t("pass")}
        </Button>
      </div>
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
