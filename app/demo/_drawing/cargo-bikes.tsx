import { Cranks, FrontLamp, Line, RearLamp, Saddle, Wheel } from "./parts";

/** Long rear deck over a small wheel, bench, hand rail, foot boards. */
export function Long() {
  const paint = "var(--paint-plum)";
  return (
    <g>
      <Wheel x={158} y={352} r={68} tyre={11} hub={17} />
      <Wheel x={604} y={344} r={76} tyre={11} hub={17} />
      <Line d="M524 300a88 88 0 0 1 162 14" w={5} />
      <Line d="M158 352l246 2M158 352l60-92" w={8} color={paint} />
      <Line d="M76 250h282" w={12} color={paint} />
      <Line d="M98 250l52 92M262 250l96 84" w={7} color={paint} />
      <Line d="M404 354L358 174" w={14} color={paint} />
      <Line d="M404 354c66-14 108-66 140-142" w={28} color={paint} />
      <Line d="M444 326c34-24 60-58 78-98" w={11} />
      <Line d="M536 174l18 56" w={18} color={paint} />
      <Line d="M554 230c8 36 24 76 50 114" w={10} color={paint} />
      <Line d="M352 156l-6-24" w={7} />
      <Line d="M536 174l-16-60" w={8} />
      <Line d="M520 116c-14-14-40-14-66 0" w={6} />
      <Line d="M474 109c-8 2-15 4-22 8" w={11} />
      <rect x="70" y="222" width="256" height="24" rx="9" fill="var(--ink)" />
      <Line d="M84 222v-60c0-10 6-16 16-16h176c10 0 16 6 16 16v60M188 222v-76" w={6} />
      <Line d="M226 396h120M250 392l-16-60M330 392l-8-34" w={6} />
      <Saddle x={346} y={132} />
      <FrontLamp x={562} y={178} />
      <RearLamp x={72} y={264} />
      <Cranks x={404} y={354} />
    </g>
  );
}

/** Wooden box between the rider and a small front wheel. */
export function Box() {
  const paint = "var(--paint-teal)";
  return (
    <g>
      <Wheel x={138} y={334} r={86} tyre={10} hub={18} />
      <Wheel x={652} y={364} r={56} tyre={11} hub={15} />
      <Line d="M46 306a97 97 0 0 1 168-34" w={5} />
      <Line d="M62 222h152M80 222l48 98M180 222l-34 98" w={4} />
      <Line d="M138 334l132 14M138 334l106-112" w={8} color={paint} />
      <Line d="M272 348L228 178" w={13} color={paint} />
      <Line d="M272 346c36-14 62-62 86-128" w={22} color={paint} />
      <Line d="M272 350L372 376H560l54-70" w={14} color={paint} />
      <Line d="M602 284l22 40c8 14 16 26 28 40" w={10} color={paint} />
      <path d="M384 214h214l-34 138H406z" fill="var(--wood)" />
      <path
        d="M391 248h199M399 284h182M404 320h168"
        stroke="var(--ink)"
        strokeWidth="1.5"
        opacity=".35"
        fill="none"
      />
      <path
        d="M384 214h214l-34 138H406z"
        fill="none"
        stroke="var(--ink)"
        strokeWidth="5"
        strokeLinejoin="round"
      />
      <path d="M402 214v-26c0-10 6-16 16-16h60c10 0 16 6 16 16v26z" fill="var(--ink)" />
      <Line d="M224 160l-6-26" w={7} />
      <Line d="M354 228l-20-108" w={9} />
      <Line d="M336 120c-14-12-40-12-62 2" w={6} />
      <Line d="M294 113c-8 2-15 5-22 10" w={11} />
      <Saddle x={216} y={134} />
      <FrontLamp x={612} y={262} />
      <RearLamp x={58} y={224} />
      <Cranks x={272} y={348} />
    </g>
  );
}
