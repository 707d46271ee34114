"use client";

import { useTranslations } from "use-intl";
import { MessageText } from "@/components/chat/message-text";
import type { Conversation } from "@/lib/domain/conversation/view";
import { StarLine } from "./conversation-rows";

/** Who helped, how each part went, and what the visitor said of it. */
export function Helpers(props: { segments: Conversation["segments"] }) {
  const t = useTranslations("conversation");
  if (props.segments.length === 0) return null;
  return (
    <section aria-labelledby="helpers" className="grid gap-3">
      <h2 id="helpers">{t("one.helpers")}</h2>
      <ul>
        {props.segments.map(({ id, helper, state, rating }) => (
          <li key={id} className="conv__helper">
            <div>
              <p>
                <b>{helper.name}</b>
                <span className="meta"> {t(`one.${helper.kind}`)}</span>
              </p>
              <p className="meta">{t(`one.segment.${state}`)}</p>
              {rating?.words && <MessageText text={rating.words} />}
            </div>
            <div className="grid justify-items-end content-start gap-1">
              {rating ? <StarLine stars={rating.stars} /> : <span className="meta">{t("one.notRated")}</span>}
              {rating?.solved && <span className="meta">{t(`solved.${rating.solved}`)}</span>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
