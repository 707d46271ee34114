"use client";

import { useState } from "react";
import type { Tone } from "@/app/demo/_catalogue/product";
import { Drawing } from "@/app/demo/_drawing/drawing";
import type { DrawingName } from "@/app/demo/_drawing/names";

type View = { box: string; label: string };
type Props = { drawing: DrawingName; tone: Tone; picture: string; label: string; views: View[] };

/** The product's picture, and buttons to look closer where there is more than one view. */
export function Gallery({ drawing, tone, picture, label, views }: Props) {
  const [shown, setShown] = useState(0);
  return (
    <div className="gallery">
      <Drawing name={drawing} tone={tone} label={picture} view={views[shown]?.box} />
      {views.length > 1 ? (
        <fieldset className="views" aria-label={label}>
          {views.map(({ box, label: name }, index) => (
            <button
              key={box}
              type="button"
              aria-label={name}
              aria-pressed={index === shown}
              onClick={() => setShown(index)}
            >
              <Drawing name={drawing} tone={tone} view={box} />
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
