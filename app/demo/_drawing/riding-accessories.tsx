import { Line } from "./parts";

/** A rear child seat with harness and foot rests. */
export function Seat() {
  return (
    <g>
      <path
        d="M268 92c44-16 92-4 104 34l34 130c36-4 72 2 84 22 8 14 0 30-18 32l-120 14c-28 2-46-8-54-34L246 146c-6-22 2-46 22-54z"
        fill="var(--paint-brick)"
      />
      <path
        d="M284 122c26-10 54-4 62 20l36 134-48 8c-10 0-16-4-20-14l-42-118c-4-12 0-24 12-30z"
        fill="var(--ink)"
      />
      <Line d="M306 140l30 116M340 132l26 118" w={8} color="var(--lamp)" />
      <rect x="336" y="214" width="30" height="24" rx="6" fill="var(--card)" />
      <Line d="M400 308l40 84M440 304l40 84" w={12} color="var(--paint-brick)" />
      <path d="M424 388h86l10 22h-96z" fill="var(--ink)" />
      <Line d="M300 322v58h-60M240 380v44M300 380v44" w={10} />
    </g>
  );
}

/** Two roll-top bags, one before the other. */
export function Panniers() {
  return (
    <g>
      <path d="M392 176h168l22 226c2 14-6 22-20 22H410c-12 0-20-8-20-22z" fill="var(--paint-night)" />
      <path d="M386 160h180v36H386z" fill="var(--ink)" />
      <path d="M182 168h186l24 232c2 16-6 24-22 24H190c-14 0-22-8-22-22z" fill="var(--paint-mustard)" />
      <path d="M174 148h200v42H174z" fill="var(--ink)" />
      <Line d="M222 190v72M324 190v72" w={8} />
      <rect
        x="210"
        y="250"
        width="24"
        height="30"
        rx="6"
        fill="var(--card)"
        stroke="var(--ink)"
        strokeWidth="3"
      />
      <rect
        x="312"
        y="250"
        width="24"
        height="30"
        rx="6"
        fill="var(--card)"
        stroke="var(--ink)"
        strokeWidth="3"
      />
      <Line d="M232 148v-26c0-10 6-14 14-14h56c8 0 14 4 14 14v26" w={8} />
      <rect x="196" y="336" width="168" height="14" rx="7" fill="var(--card)" opacity=".9" />
      <rect x="430" y="336" width="120" height="12" rx="6" fill="var(--card)" opacity=".7" />
    </g>
  );
}

/** A folding lock, half open. */
export function Lock() {
  return (
    <g>
      <Line d="M262 356L196 190L330 112L486 140L560 262L470 340" w={30} />
      <Line d="M262 356L196 190L330 112L486 140L560 262L470 340" w={20} color="var(--paint-green)" />
      <g fill="var(--card)" stroke="var(--ink)" strokeWidth="5">
        <circle cx="196" cy="190" r="15" />
        <circle cx="330" cy="112" r="15" />
        <circle cx="486" cy="140" r="15" />
        <circle cx="560" cy="262" r="15" />
        <circle cx="470" cy="340" r="15" />
      </g>
      <rect x="212" y="330" width="176" height="84" rx="20" fill="var(--ink)" />
      <circle cx="346" cy="372" r="18" fill="var(--lamp)" />
      <path d="M346 362v20" stroke="var(--ink)" strokeWidth="5" strokeLinecap="round" />
    </g>
  );
}

/** A round town helmet. */
export function Helmet() {
  return (
    <g>
      <path
        d="M184 318c-8-118 74-196 190-196 112 0 190 72 192 176 0 14-8 24-22 26l-330 14c-16 0-28-6-30-20z"
        fill="var(--paint-plum)"
      />
      <path d="M184 310l384-22c0 22-8 36-24 38l-330 14c-20 0-30-10-30-30z" fill="var(--ink)" />
      <path
        d="M284 164c36-16 76-18 116-10M264 202c50-20 110-22 166-8M252 242c60-18 138-20 206-6"
        stroke="var(--ink)"
        strokeWidth="12"
        strokeLinecap="round"
        fill="none"
        opacity=".75"
      />
      <rect x="186" y="262" width="14" height="34" rx="6" fill="var(--tail)" />
      <Line d="M292 336l66 84M440 330l-66 90" w={7} />
      <rect x="348" y="410" width="38" height="20" rx="7" fill="var(--lamp)" />
    </g>
  );
}

/** A floor pump and its gauge. */
export function Pump() {
  return (
    <g>
      <Line d="M370 90v80" w={10} />
      <rect
        x="272"
        y="70"
        width="196"
        height="28"
        rx="14"
        fill="var(--wood)"
        stroke="var(--ink)"
        strokeWidth="4"
      />
      <rect x="346" y="150" width="48" height="222" rx="10" fill="var(--paint-brick)" />
      <rect x="340" y="146" width="60" height="22" rx="8" fill="var(--ink)" />
      <path d="M270 424c0-22 18-30 40-32l24-30h72l24 30c22 2 40 10 40 32z" fill="var(--ink)" />
      <Line d="M400 356c90 0 110-60 110-130s40-70 40-30v70" w={8} />
      <rect x="536" y="256" width="28" height="46" rx="8" fill="var(--ink)" />
      <circle cx="370" cy="340" r="44" fill="var(--card)" stroke="var(--ink)" strokeWidth="6" />
      <path
        d="M344 358a31 31 0 1 1 52 0"
        fill="none"
        stroke="var(--ink)"
        strokeWidth="3"
        strokeDasharray="3 8"
      />
      <Line d="M370 340l16-18" w={5} color="var(--tail)" />
    </g>
  );
}
