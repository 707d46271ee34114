import type { ComponentType } from "react";
import type { Tone } from "@/app/demo/_catalogue/product";
import { Box, Long } from "./cargo-bikes";
import { City, Fold, Metro } from "./city-bikes";
import type { DrawingName } from "./names";
import { Battery, Charger, Cover } from "./power-accessories";
import { Helmet, Lock, Panniers, Pump, Seat } from "./riding-accessories";
import { Trail, Trek } from "./touring-bikes";

const DRAWINGS: Record<DrawingName, ComponentType> = {
  city: City,
  metro: Metro,
  fold: Fold,
  long: Long,
  box: Box,
  trek: Trek,
  trail: Trail,
  charger: Charger,
  cover: Cover,
  battery: Battery,
  seat: Seat,
  panniers: Panniers,
  lock: Lock,
  helmet: Helmet,
  pump: Pump,
};

type Props = {
  name: DrawingName;
  tone: Tone;
  /** What it shows; without it the drawing is decoration and hidden from screen readers. */
  label?: string;
  /** The part to show, as an SVG view box inside the 740 × 500 drawing. */
  view?: string;
};

/** A product drawn on its ground: one sun, one line for the floor. */
export function Drawing({ name, tone, label, view = "0 0 740 500" }: Props) {
  const Figure = DRAWINGS[name];
  const content = (
    <>
      <circle className="sun" cx="520" cy="196" r="128" />
      <path d="M-200 424h1140" stroke="var(--ink)" strokeWidth="1.5" opacity=".5" />
      <Figure />
    </>
  );
  const common = { className: `drawing tone-${tone}`, viewBox: view, preserveAspectRatio: "xMidYMid slice" };
  return label ? (
    <svg {...common} role="img" aria-label={label}>
      {content}
    </svg>
  ) : (
    <svg {...common} aria-hidden="true">
      {content}
    </svg>
  );
}
