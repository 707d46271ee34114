import { initialsOf, type Tint, tintOf } from "@/lib/domain/member/appearance";
import { classNames } from "./class-names";

export type AvatarKind = "owner" | "staff" | "visitor";
/** Full, half and hollow dot. */
export type AvatarPresence = "free" | "busy" | "away";
export type AvatarSize = 24 | 28 | 32 | 40 | 48 | 64 | 120;

export type AvatarProps = {
  /** Round, square or plain. */
  kind: AvatarKind;
  name?: string;
  /** Chooses the tint; the person's, never the chat's. */
  id?: string;
  /** For those of whom only initials and tint are known (the button of a page). */
  initials?: string;
  tint?: Tint;
  /** Where his picture is; it covers the initials once it has come. */
  picture?: string | null;
  size?: AvatarSize;
  presence?: AvatarPresence;
  /** The dot in words, for screen readers; leave it out where the words stand beside it. */
  presenceLabel?: string;
  className?: string;
};

/** A person as initials. Always beside the name, so the initials themselves are hidden from screen readers. */
export function Avatar(props: AvatarProps) {
  const { kind, name = "", size = 40, presence } = props;
  const tint = props.tint ?? tintOf(props.id ?? name);
  const letters = props.initials ?? initialsOf(name);
  return (
    <span
      className={classNames(
        "av",
        size !== 40 && `av-${size}`,
        kind === "owner" && `t-${tint}`,
        kind === "staff" && "av--staff",
        kind === "visitor" && "av--guest",
        props.className,
      )}
    >
      <span aria-hidden="true">{kind === "visitor" ? [...letters][0] : letters}</span>
      {/* biome-ignore lint/performance/noImgElement: small already, and the panel is no page of Next. */}
      {props.picture && <img src={props.picture} alt="" draggable={false} />}
      {presence && <PresenceDot presence={presence} />}
      {presence && props.presenceLabel && <span className="sr">{props.presenceLabel}</span>}
    </span>
  );
}

/** The presence mark alone; `inline` puts it in a line of text. Decoration: the words stand beside it. */
export function PresenceDot(props: { presence: AvatarPresence; inline?: boolean }) {
  return (
    <i
      aria-hidden="true"
      className={classNames(
        "dot",
        props.presence !== "free" && `dot--${props.presence}`,
        props.inline && "dot--inline",
      )}
    />
  );
}

/** Some people overlapping, in the order given, `max` of them at most (3 unless told). */
export function AvatarStack(props: { people: readonly AvatarProps[]; size?: AvatarSize; max?: number }) {
  return (
    <span className="stack">
      {props.people.slice(0, props.max ?? 3).map((person, index) => (
        <Avatar key={person.id ?? index} {...person} size={props.size ?? 32} />
      ))}
    </span>
  );
}
