import { badgeGlyphs, badgeShapes } from "@/components/ui/badge-shapes";
import type { BadgeMark } from "@/lib/domain/member/view";
import { badgeProps } from "./badge-props";
import { shareColours } from "./share-colours";
import { drawable } from "./share-words";

/** As links are shown by most who show them. */
export const shareSize = { width: 1200, height: 630 } as const;

/** A badge with its colours written out, for pictures without a stylesheet. */
function DrawnBadge({ badge, width }: { badge: BadgeMark; width: number }) {
  const { family, metal, icon } = badgeProps(badge);
  const shape = badgeShapes[family];
  const { ground, edge, ink } = shareColours[metal];
  const glyph = badgeGlyphs[icon ?? shape.glyph] ?? badgeGlyphs[shape.glyph];
  return (
    <svg width={width} height={Math.round(width * 1.2)} viewBox="0 0 72 86" aria-hidden="true">
      <path d={shape.outline} fill={ground} stroke={edge} strokeWidth="2" strokeLinejoin="round" />
      <path
        d={shape.outline}
        transform={`translate(36 ${shape.middle}) scale(.84) translate(-36 -${shape.middle})`}
        fill="none"
        stroke={edge}
        strokeWidth="1"
        strokeLinejoin="round"
        opacity=".55"
      />
      <path
        d={glyph}
        transform={`translate(36 ${shape.glyphMiddle}) scale(1.6) translate(-12 -12)`}
        fill="none"
        stroke={ink}
        strokeWidth="1.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {[1, 2, 3].map((pip) => (
        <circle
          key={pip}
          cx={16 + pip * 10}
          cy="80"
          r="3"
          stroke={edge}
          strokeWidth="1.2"
          fill={pip <= badge.level ? edge : "none"}
        />
      ))}
    </svg>
  );
}

/** The picture of a link to an owner or a badge: who, what, where, as far as our font has the letters. Laid out with flexbox alone, which satori knows. */
export function SharePicture(props: {
  brandName: string;
  title: string;
  line: readonly string[];
  badges: readonly BadgeMark[];
}) {
  const { badges } = props;
  const large = badges.length === 1;
  const line = props.line
    .map(drawable)
    .filter((part) => part !== "")
    .join(" · ");
  return (
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        padding: "64px 72px",
        background: shareColours.paper,
        color: shareColours.ink,
      }}
    >
      <div style={{ display: "flex", alignItems: "center", gap: 16, fontSize: 30 }}>
        <div style={{ width: 16, height: 32, borderRadius: 8, background: shareColours.green }} />
        {drawable(props.brandName)}
      </div>
      <div style={{ display: "flex", alignItems: "center", justifyContent: "space-between", gap: 48 }}>
        <div style={{ display: "flex", flexDirection: "column", gap: 20, flex: 1 }}>
          <div style={{ fontSize: 76, letterSpacing: "-0.03em", lineHeight: 1.1 }}>
            {drawable(props.title)}
          </div>
          <div style={{ fontSize: 34, color: shareColours["ink-2"], lineHeight: 1.4 }}>{line}</div>
        </div>
        {large && badges[0] && <DrawnBadge badge={badges[0]} width={280} />}
      </div>
      {large ? (
        <div style={{ height: 8 }} />
      ) : (
        <div
          style={{
            display: "flex",
            alignItems: "center",
            gap: 28,
            minHeight: 96,
            borderTop: `2px solid ${shareColours.line}`,
            paddingTop: 28,
          }}
        >
          {badges.slice(0, 8).map((badge) => (
            <DrawnBadge key={badge.key} badge={badge} width={76} />
          ))}
        </div>
      )}
    </div>
  );
}
