const SPOKE_ANGLES = [0, 22.5, 45, 67.5, 90, 112.5, 135, 157.5];

type At = { x: number; y: number };

/** A spoked wheel; `r` is the radius of the tyre's middle, in drawing units. */
export function Wheel({ x, y, r, tyre = 9, hub = 17 }: At & { r: number; tyre?: number; hub?: number }) {
  const rim = r - tyre / 2 - 4;
  return (
    <g>
      <circle cx={x} cy={y} r={r} fill="none" stroke="var(--ink)" strokeWidth={tyre} />
      <g fill="none" stroke="var(--ink)" strokeWidth="1" opacity=".4">
        <circle cx={x} cy={y} r={rim} />
        {SPOKE_ANGLES.map((angle) => (
          <path key={angle} d={`M${x - rim} ${y}h${2 * rim}`} transform={`rotate(${angle} ${x} ${y})`} />
        ))}
      </g>
      <circle cx={x} cy={y} r={hub} fill="var(--card)" stroke="var(--ink)" strokeWidth="3" />
    </g>
  );
}

/** A saddle whose rails are clamped at the point. */
export function Saddle({ x, y }: At) {
  return (
    <path
      transform={`translate(${x - 296} ${y - 130})`}
      d="M262 128c10-8 48-8 76-2 4 8-16 14-34 14s-38 2-42-12z"
      fill="var(--ink)"
    />
  );
}

/** Cranks around the point: a motor's round cover, or only a chainring when `r` is small. */
export function Cranks({ x, y, r = 31 }: At & { r?: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r={r} fill="var(--ink)" />
      <circle cx={x} cy={y} r={r - 9} fill="none" stroke="var(--card)" strokeWidth="1.5" opacity=".6" />
      <path
        d={`M${x} ${y}l26 44M${x + 12} ${y + 48}h30`}
        stroke="var(--ink)"
        strokeWidth="8"
        strokeLinecap="round"
      />
    </g>
  );
}

/** A headlamp that looks to the right of the point. */
export function FrontLamp({ x, y }: At) {
  return (
    <g>
      <rect x={x - 12} y={y - 10} width="24" height="20" rx="8" fill="var(--ink)" />
      <rect x={x + 6} y={y - 6} width="8" height="12" rx="4" fill="var(--lamp)" />
    </g>
  );
}

/** A tail lamp. */
export function RearLamp({ x, y }: At) {
  return <rect x={x - 4} y={y - 7} width="8" height="14" rx="3" fill="var(--tail)" />;
}

/** One drawn line: `d` is an SVG path, `w` its width. */
export function Line({ d, w, color = "var(--ink)" }: { d: string; w: number; color?: string }) {
  return (
    <path d={d} fill="none" stroke={color} strokeWidth={w} strokeLinecap="round" strokeLinejoin="round" />
  );
}
