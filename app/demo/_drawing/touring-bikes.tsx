import { Cranks, FrontLamp, Line, RearLamp, Saddle, Wheel } from "./parts";

/** Diamond frame with the battery in the down tube, fork with travel, pannier. */
export function Trek() {
  const paint = "var(--paint-night)";
  return (
    <g>
      <Wheel x={188} y={326} r={95} hub={18} />
      <Wheel x={560} y={326} r={95} hub={17} />
      <Line d="M86 298a106 106 0 0 1 186-36M474 263a106 106 0 0 1 186 24" w={5} />
      <Line d="M98 208h176M116 208l60 106M236 208l-38 106" w={5} />
      <Line d="M188 326l164 12M188 326L302 192" w={8} color={paint} />
      <Line d="M350 338L300 164" w={12} color={paint} />
      <Line d="M306 186L482 158" w={13} color={paint} />
      <Line d="M350 338L498 186" w={30} color={paint} />
      <Line d="M386 302l86-88" w={12} />
      <Line d="M482 136l18 62" w={18} color={paint} />
      <Line d="M502 204l26 60" w={15} />
      <Line d="M524 256l36 70" w={9} />
      <Line d="M296 150l-6-22" w={7} />
      <Line d="M482 136l-8-26" w={8} />
      <Line d="M474 110l40-12" w={7} />
      <Line d="M470 112c-12-2-26 0-36 6" w={7} />
      <Line d="M500 102l18-6" w={11} />
      <path d="M118 214h104l10 112c0 8-4 12-12 12h-92c-8 0-12-4-12-12z" fill="var(--paint-mustard)" />
      <path d="M116 240h108M170 214v26" stroke="var(--ink)" strokeWidth="4" opacity=".5" fill="none" />
      <Line d="M300 354l-28 62" w={6} />
      <Saddle x={288} y={126} />
      <FrontLamp x={512} y={148} />
      <RearLamp x={92} y={208} />
      <Cranks x={350} y={340} />
    </g>
  );
}

/** Mountain hardtail: wide knobbly tyres, sloping tube, long fork. */
export function Trail() {
  const paint = "var(--paint-orange)";
  return (
    <g>
      <Wheel x={178} y={322} r={90} tyre={17} hub={16} />
      <Wheel x={568} y={322} r={90} tyre={17} hub={16} />
      <g fill="none" stroke="var(--ink)" strokeWidth="5" strokeDasharray="6 9">
        <circle cx="178" cy="322" r="100" />
        <circle cx="568" cy="322" r="100" />
      </g>
      <g fill="none" stroke="var(--card)" strokeWidth="2" opacity=".8">
        <circle cx="178" cy="322" r="28" />
        <circle cx="568" cy="322" r="28" />
      </g>
      <Line d="M178 322l168 14M178 322l132-84" w={9} color={paint} />
      <Line d="M346 336L306 206" w={13} color={paint} />
      <Line d="M312 226L476 166" w={15} color={paint} />
      <Line d="M346 336c70-18 118-74 148-146" w={30} color={paint} />
      <Line d="M392 308c32-24 58-56 76-92" w={11} />
      <Line d="M474 136l20 60" w={19} color={paint} />
      <Line d="M494 196l38 68" w={17} />
      <Line d="M528 256l40 66" w={10} />
      <Line d="M302 194l-12-42" w={9} />
      <Line d="M290 150l-8-24" w={6} />
      <Line d="M474 136l-4-18" w={9} />
      <Line d="M470 118l44-6" w={8} />
      <Line d="M498 114l20-3" w={12} />
      <Saddle x={280} y={124} />
      <Line d="M346 336L178 326" w={2} />
      <Cranks x={346} y={336} />
    </g>
  );
}
