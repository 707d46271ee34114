import { Line } from "./parts";

/** A charger brick with its two cables. */
export function Charger() {
  return (
    <g>
      <Line d="M262 322c-70 0-96 34-96 70s-40 32-76 32" w={7} />
      <Line d="M486 322c60 0 70-70 96-96" w={7} />
      <rect x="250" y="262" width="248" height="120" rx="22" fill="var(--ink)" />
      <path
        d="M286 284v76M304 284v76M322 284v76M340 284v76"
        stroke="var(--card)"
        strokeWidth="2"
        opacity=".35"
      />
      <circle cx="462" cy="300" r="7" fill="var(--lamp)" />
      <path d="M420 292l-26 36h18l-8 28 28-38h-18z" fill="var(--lamp)" />
      <g transform="rotate(38 598 208)">
        <rect x="572" y="178" width="52" height="60" rx="10" fill="var(--ink)" />
        <path d="M586 178v-28M610 178v-28" stroke="var(--ink)" strokeWidth="8" strokeLinecap="round" />
      </g>
    </g>
  );
}

/** A long battery, standing a little tilted, with its handle and level lights. */
export function Battery() {
  return (
    <g transform="rotate(-14 370 280)">
      <Line d="M170 246h-26c-12 0-18 8-18 18v32c0 10 6 18 18 18h26" w={12} />
      <rect x="166" y="222" width="420" height="116" rx="26" fill="var(--ink)" />
      <path d="M196 250h330" stroke="var(--card)" strokeWidth="2" opacity=".35" />
      <rect x="196" y="274" width="120" height="36" rx="10" fill="var(--paint-green)" />
      <g fill="var(--lamp)">
        <circle cx="420" cy="292" r="7" />
        <circle cx="446" cy="292" r="7" />
        <circle cx="472" cy="292" r="7" />
      </g>
      <circle cx="498" cy="292" r="7" fill="var(--card)" opacity=".4" />
      <rect x="570" y="254" width="30" height="52" rx="8" fill="var(--muted)" />
      <circle cx="544" cy="260" r="12" fill="var(--card)" stroke="var(--ink)" strokeWidth="3" />
      <path d="M544 254v12" stroke="var(--ink)" strokeWidth="4" />
    </g>
  );
}

/** A quilted sleeve on the same battery. */
export function Cover() {
  return (
    <g transform="rotate(-14 370 280)">
      <Line d="M190 246h-46c-12 0-18 8-18 18v32c0 10 6 18 18 18h46" w={12} />
      <rect x="166" y="230" width="440" height="100" rx="22" fill="var(--ink)" />
      <path
        d="M206 206h330c22 0 34 14 34 34v80c0 20-12 34-34 34H206c-18 0-28-12-28-30v-88c0-18 10-30 28-30z"
        fill="var(--paint-teal)"
      />
      <path
        d="M232 206v148M296 206v148M360 206v148M424 206v148M488 206v148"
        stroke="var(--card)"
        strokeWidth="2"
        opacity=".4"
      />
      <Line d="M196 226h356" w={4} />
      <rect x="546" y="218" width="12" height="28" rx="5" fill="var(--lamp)" />
      <path d="M378 262l-20 30h14l-6 26 24-34h-16z" fill="var(--card)" opacity=".9" />
    </g>
  );
}
