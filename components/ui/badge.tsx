import { type BadgeFamily, badgeGlyphs, badgeShapes } from "./badge-shapes";
import { classNames } from "./class-names";

export type BadgeMetal = "bronze" | "silver" | "gold";

/** Filled dots of a metal, out of three. */
const PIPS: Record<BadgeMetal, number> = { bronze: 1, silver: 2, gold: 3 };

export type BadgeProps = {
  family: BadgeFamily;
  metal: BadgeMetal;
  /** Not earned yet: dashed, without metal. */
  locked?: boolean;
  /** Name of a glyph; the family's own unless it is known. */
  icon?: string;
  /** Width in px; 24 is the inline form, without dots. */
  size?: 80 | 64 | 24;
  /** Name and level in words. Leave it out where they stand beside the badge. */
  label?: string;
  /** Just earned: its outline is drawn once. */
  fresh?: boolean;
};

/** A badge: shape for the family, metal and dots for the level, a glyph for what it is about. */
export function Badge(props: BadgeProps) {
  const { family, metal, locked = false, size = 64 } = props;
  const shape = badgeShapes[family];
  const inline = size === 24;
  const glyphScale = inline ? 1.95 : 1.6;
  const glyph = badgeGlyphs[props.icon ?? shape.glyph] ?? badgeGlyphs[shape.glyph];
  return (
    <svg
      className={classNames(
        "bdg",
        locked ? "bdg--locked" : `bdg--${metal}`,
        props.fresh && !locked && "bdg--fresh",
      )}
      width={size}
      height={inline ? 24 : Math.round(size * 1.2)}
      viewBox={inline ? "0 0 72 72" : "0 0 72 86"}
      role={props.label === undefined ? undefined : "img"}
      aria-label={props.label}
      aria-hidden={props.label === undefined ? true : undefined}
    >
      <path
        className="bdg__edge"
        d={shape.outline}
        pathLength={props.fresh && !locked ? 100 : undefined}
        fill="var(--m-ground)"
        stroke="var(--m-edge)"
        strokeWidth={inline ? 4.2 : 2}
        strokeLinejoin="round"
        strokeDasharray={locked ? (inline ? "8 8" : "4 4") : undefined}
      />
      {!inline && !locked && (
        <path
          d={shape.outline}
          transform={`translate(36 ${shape.middle}) scale(.84) translate(-36 -${shape.middle})`}
          fill="none"
          stroke="var(--m-edge)"
          strokeWidth="1"
          strokeLinejoin="round"
          opacity=".55"
        />
      )}
      <path
        d={glyph}
        transform={`translate(36 ${shape.glyphMiddle}) scale(${glyphScale}) translate(-12 -12)`}
        fill="none"
        stroke="var(--m-ink)"
        strokeWidth={inline ? 2.46 : 1.2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {!inline && (
        <g fill="none" stroke="var(--m-edge)" strokeWidth="1.2">
          {[1, 2, 3].map((pip) => (
            <circle
              key={pip}
              cx={16 + pip * 10}
              cy="80"
              r="3"
              fill={!locked && pip <= PIPS[metal] ? "var(--m-edge)" : "none"}
            />
          ))}
        </g>
      )}
    </svg>
  );
}
