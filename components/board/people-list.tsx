"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Avatar } from "@/components/ui/avatar";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { ActionButton } from "./action-button";
import { type Decision, PauseDialog } from "./pause-dialog";
import { chatsWith, isOnline, type PersonRow, peopleOf, presenceDot } from "./people";
import { useNameOf, useScreen } from "./use-board";
import { secondsSince } from "./wait";

/** More are shown on demand. */
const FIRST_ROWS = 6;
const MOST_TOPICS = 3;

/** Owners, then staff: who is there, and what they do. `selfId` is the member who looks. */
export function People({ selfId }: { selfId: string }) {
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <>
      <PeopleList kind="owner" selfId={selfId} onDecide={setDecision} />
      <PeopleList kind="staff" selfId={selfId} onDecide={setDecision} />
      {decision && <PauseDialog decision={decision} onClose={() => setDecision(null)} />}
    </>
  );
}

function PeopleList(props: {
  kind: "owner" | "staff";
  selfId: string;
  onDecide: (decision: Decision) => void;
}) {
  const { kind } = props;
  const { view } = useScreen();
  const t = useTranslations("board.people");
  const locale = useLocale();
  const [isLong, setLong] = useState(false);
  const title = t(kind === "owner" ? "owners" : "staff");
  const people = peopleOf(view.board?.people ?? [], kind, locale);
  const shown = isLong ? people : people.slice(0, FIRST_ROWS);
  return (
    <section aria-labelledby={`board-${kind}`}>
      <div className="h">
        <h2 id={`board-${kind}`}>{title}</h2>
        {view.board && (
          <span className="count">{t("online", { count: people.filter(isOnline).length })}</span>
        )}
      </div>
      {!view.board && (
        <Loading label={title}>
          <div className="grid gap-5 border-t border-line py-4">
            <Skeleton />
            <Skeleton />
          </div>
        </Loading>
      )}
      {view.board && people.length === 0 && (
        <p className="muted">{t(kind === "owner" ? "noOwners" : "noStaff")}</p>
      )}
      <ul className="people">
        {shown.map((person) => (
          <PersonItem
            key={person.memberId}
            person={person}
            onDecide={person.memberId === props.selfId ? null : props.onDecide}
          />
        ))}
      </ul>
      {people.length > FIRST_ROWS && (
        <button type="button" className="more" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? t("showFewer") : t("showAll", { count: people.length })}
        </button>
      )}
    </section>
  );
}

function PersonItem(props: { person: PersonRow; onDecide: ((decision: Decision) => void) | null }) {
  const { person, onDecide } = props;
  const { name, isPausedByManager, isSuspended } = person;
  const t = useTranslations("board.people");
  const doing = useDoing();
  return (
    <li>
      <Avatar
        kind={person.kind}
        initials={person.initials}
        tint={person.tint}
        picture={person.pictureUrl}
        size={32}
        presence={presenceDot(person.presence)}
      />
      <span>
        {name}
        <span className="meta">{doing(person)}</span>
      </span>
      {onDecide && !isSuspended && (
        <ActionButton
          look="quiet"
          size="sm"
          aria-label={t(isPausedByManager ? "resumeOf" : "pauseOf", { name })}
          onClick={() => onDecide({ person, to: isPausedByManager ? "resumed" : "paused" })}
        >
          {t(isPausedByManager ? "resume" : "pause")}
        </ActionButton>
      )}
    </li>
  );
}

/** Gives what a person does now: "Free · battery, cargo", "With João · 11 min". */
function useDoing(): (person: PersonRow) => string {
  const { view, moment } = useScreen();
  const t = useTranslations("board");
  const nameOf = useNameOf();
  return (person) => {
    const [chat, ...others] = chatsWith(person.memberId, view.board?.chats ?? []);
    const talking =
      chat === undefined
        ? null
        : others.length > 0
          ? t("people.withMany", { count: others.length + 1 })
          : t("people.with", {
              name: chat.firstName ?? t("someone"),
              minutes: Math.floor(secondsSince(chat.startedAt, moment) / 60),
            });
    const both = (first: string, second: string | null) =>
      second === null ? first : t("people.line", { first, second });
    switch (person.presence) {
      case "free": {
        // Staff answer everything.
        const known = person.kind === "staff" ? [] : person.topics;
        const topics = known.slice(0, MOST_TOPICS).map(nameOf).join(", ");
        return both(t("people.free"), talking ?? (topics || null));
      }
      case "busy":
        return talking ?? t("people.full");
      case "away":
        return both(t("people.away"), talking);
      case "paused":
        if (person.isSuspended) return both(t("people.suspended"), talking);
        return both(t(person.isPausedByManager ? "people.pausedByManager" : "people.paused"), talking);
    }
  };
}
