"use client";

import { useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Radio } from "@/components/ui/radio";
import { Skeleton } from "@/components/ui/skeleton";
import type { HandoverChoices } from "@/lib/domain/chat/view";
import { useNameOf } from "./use-words";

/** For whom a hand-over is: a kind of helper, or somebody by name. */
export type HandoverTarget = { to: "staff" | "owners"; memberId?: string };

/** Those to whom a chat may be handed over now. `choices`: null while they are being read. */
export function HandoverChoice(props: {
  selfKind: "owner" | "staff";
  choices: HandoverChoices | null;
  target: HandoverTarget;
  onChange: (target: HandoverTarget) => void;
}) {
  const { selfKind, choices, target } = props;
  const t = useTranslations("desk.handover");
  const people = choices?.people ?? [];
  return (
    <fieldset className="give" aria-busy={choices === null}>
      <legend className="label">{t("who")}</legend>
      {(selfKind === "owner" ? (["staff", "owners"] as const) : (["owners", "staff"] as const)).map((to) => {
        const kind = choices?.kinds.find((each) => each.to === to);
        const isNobody = kind?.there === 0;
        return (
          <Radio
            key={to}
            name="handover"
            checked={target.to === to && !target.memberId}
            disabled={isNobody && to === "owners"}
            onChange={() => props.onChange({ to })}
            label={
              <>
                {t(to === "staff" ? "toStaff" : "toOwners", { kind: selfKind })}{" "}
                {kind ? (
                  <span className="meta">
                    {isNobody ? t(to === "staff" ? "noStaff" : "noOwners") : t("free", { free: kind.free })}
                  </span>
                ) : (
                  <Skeleton width={72} height={12} />
                )}
              </>
            }
          />
        );
      })}
      {choices === null && <p className="sr">{t("looking")}</p>}
      {people.length > 0 && <p className="meta give__named">{t("named")}</p>}
      {people.length > 0 && (
        <div className="give__people">
          {people.map((person) => (
            <Radio
              key={person.memberId}
              name="handover"
              checked={target.memberId === person.memberId}
              onChange={() =>
                props.onChange({
                  to: person.card.kind === "owner" ? "owners" : "staff",
                  memberId: person.memberId,
                })
              }
              label={<PersonWords person={person} />}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** Who he is, and what speaks for him. */
function PersonWords({ person }: { person: HandoverChoices["people"][number] }) {
  const { card, topics } = person;
  const t = useTranslations("desk.handover");
  const nameOf = useNameOf();
  const facts = [
    card.kind === "staff" ? t("staffOf") : null,
    card.owns
      ? t(card.owns.months > 0 ? "owns" : "ownsNew", {
          product: card.owns.product,
          months: card.owns.months,
        })
      : null,
    card.topic && card.thanks > 0 ? t("thanks", { count: card.thanks, topic: nameOf(card.topic) }) : null,
    card.kind === "owner" ? topics.map(nameOf).join(", ") : null,
  ].filter((fact) => fact !== null && fact !== "");
  return (
    <span className="give__person">
      <Avatar
        kind={card.kind}
        initials={card.initials}
        tint={card.tint}
        picture={card.pictureUrl}
        size={32}
      />
      <span>
        <span className="strong">{card.name}</span>
        <span className="meta">{facts.join(" · ")}</span>
      </span>
    </span>
  );
}
