import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type Speaker = "visitor" | "owner" | "staff";

/**
 * One message. The ground says who speaks, the side says whether it is the reader: `own` lies at the right.
 * `state`: sending and waiting ones are paler, and a stamp below says so in words.
 */
export function Bubble(props: {
  from: Speaker;
  own?: boolean;
  state?: "sent" | "sending" | "waiting" | "failed";
  /** A note among staff, which the visitor never sees. */
  whisper?: boolean;
  /** It has just come: it fades in. */
  fresh?: boolean;
  /** Language of the text, when it differs from the page's. */
  lang?: string;
  children: ReactNode;
}) {
  const { state = "sent" } = props;
  return (
    <div
      lang={props.lang}
      className={classNames(
        "bub",
        props.whisper ? "bub--whisper" : `bub--${props.from}`,
        props.own && "bub--right",
        state !== "sent" && "bub--queued",
        props.fresh && "bub--new",
      )}
    >
      {typeof props.children === "string" ? (
        <p className="bub__text" dir="auto">
          {props.children}
        </p>
      ) : (
        props.children
      )}
    </div>
  );
}

/** The small line under a group of messages: who, when, seen; or that it failed, with a way to try again. */
export function Stamp(props: {
  own?: boolean;
  tone?: "plain" | "red";
  icon?: LucideIcon;
  children: ReactNode;
  retry?: { label: string; onRetry: () => void };
}) {
  return (
    <p className={classNames("stamp", props.own && "stamp--right", props.tone === "red" && "c-red")}>
      {props.icon && <Icon icon={props.icon} size={16} />}
      <span>{props.children}</span>
      {props.retry && (
        <button type="button" onClick={props.retry.onRetry}>
          {props.retry.label}
        </button>
      )}
    </p>
  );
}

/** What happened, between two hairlines: "Nadia joined 11 s after you asked". */
export function SystemLine(props: { children: ReactNode }) {
  return <p className="sys">{props.children}</p>;
}

/** Someone is writing. `label` ("Nadia is typing") is read aloud, and shown where motion is unwanted. */
export function TypingDots(props: { from: Speaker; label: string }) {
  return (
    <div className={`bub bub--${props.from}`}>
      <span className="typing">
        <i />
        <i />
        <i />
        <span className="sr typing__words">{props.label}</span>
      </span>
    </div>
  );
}
