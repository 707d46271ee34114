import { Cranks, FrontLamp, Line, RearLamp, Saddle, Wheel } from "./parts";

/** Step-through with a curved main tube and a full rack. */
export function City() {
  const paint = "var(--paint-green)";
  return (
    <g>
      <Wheel x={196} y={326} r={94} hub={20} />
      <Wheel x={548} y={326} r={94} />
      <Line d="M94 298a106 106 0 0 1 186-36M462 263a106 106 0 0 1 186 24" w={5} />
      <Line d="M108 210h170M124 210l58 102M236 210l-34 100" w={4} />
      <Line d="M196 326l164 10M196 326l122-110" w={8} color={paint} />
      <Line d="M348 334L306 168" w={13} color={paint} />
      <Line d="M302 156l-6-26" w={7} />
      <Line d="M352 336c58-12 104-66 142-156" w={26} color={paint} />
      <Line d="M392 309c32-26 58-62 80-104" w={11} />
      <Line d="M486 150l18 52" w={17} color={paint} />
      <Line d="M504 202c8 34 24 84 44 124" w={9} color={paint} />
      <Line d="M486 150l-12-44" w={8} />
      <Line d="M476 108c-14-14-40-14-66 0" w={6} />
      <Line d="M430 101c-8 2-15 4-22 8" w={11} />
      <Saddle x={296} y={130} />
      <FrontLamp x={510} y={150} />
      <RearLamp x={102} y={211} />
      <circle cx="196" cy="326" r="20" fill="var(--card)" stroke="var(--ink)" strokeWidth="3" />
      <circle cx="548" cy="326" r="17" fill="var(--card)" stroke="var(--ink)" strokeWidth="3" />
      <Cranks x={352} y={338} />
    </g>
  );
}

/** Slim diamond frame, straight bar, belt, motor in the rear hub. */
export function Metro() {
  const paint = "var(--paint-brick)";
  return (
    <g>
      <Wheel x={188} y={328} r={95} tyre={7} hub={26} />
      <Wheel x={556} y={328} r={95} tyre={7} hub={11} />
      <Line d="M346 324L188 314M346 354L188 342" w={3} />
      <Line d="M188 328L344 338M188 328L300 186" w={7} color={paint} />
      <Line d="M346 338L298 168" w={10} color={paint} />
      <Line d="M302 184L484 168" w={11} color={paint} />
      <Line d="M346 338L492 192" w={15} color={paint} />
      <Line d="M480 150l14 52" w={15} color={paint} />
      <Line d="M494 202c10 40 30 88 62 126" w={8} color={paint} />
      <Line d="M294 156l-8-28" w={7} />
      <Line d="M480 150l-7-30" w={8} />
      <Line d="M472 121l44-5" w={7} />
      <Line d="M500 118l20-3" w={11} />
      <Saddle x={284} y={126} />
      <RearLamp x={282} y={160} />
      <FrontLamp x={508} y={142} />
      <circle cx="188" cy="328" r="26" fill="var(--ink)" />
      <circle cx="188" cy="328" r="12" fill="var(--card)" />
      <Cranks x={346} y={338} r={22} />
    </g>
  );
}

/** Small wheels, one hinged beam, long posts. */
export function Fold() {
  const paint = "var(--paint-mustard)";
  return (
    <g>
      <Wheel x={218} y={360} r={60} tyre={10} hub={13} />
      <Wheel x={538} y={360} r={60} tyre={10} hub={21} />
      <Line d="M148 342a72 72 0 0 1 124-34M476 312a72 72 0 0 1 130 26" w={5} />
      <Line d="M150 282h112M164 282l48 66M240 282l-20 66" w={4} />
      <Line d="M218 360l130-4M218 360l112-78" w={8} color={paint} />
      <Line d="M352 358L322 250" w={14} color={paint} />
      <Line d="M336 296L494 262" w={28} color={paint} />
      <Line d="M410 268l6 30" w={4} />
      <Line d="M486 234l16 62" w={17} color={paint} />
      <Line d="M500 290c8 26 20 50 38 70" w={9} color={paint} />
      <Line d="M320 244L290 132" w={9} />
      <Line d="M486 236L462 112" w={10} />
      <Line d="M461 114c-10-10-30-12-50-4" w={7} />
      <Line d="M428 108l-18 5" w={11} />
      <Saddle x={288} y={130} />
      <rect x="300" y="182" width="38" height="66" rx="9" fill="var(--ink)" transform="rotate(-15 319 215)" />
      <FrontLamp x={502} y={222} />
      <RearLamp x={146} y={286} />
      <Cranks x={352} y={358} r={22} />
    </g>
  );
}
