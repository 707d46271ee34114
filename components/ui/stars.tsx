"use client";

import { Star } from "lucide-react";
import { useId, useState } from "react";
import { Icon } from "./icon";

const ALL = [1, 2, 3, 4, 5] as const;
export type StarCount = (typeof ALL)[number];

/** Choosing 1 to 5 stars. `labels` name each choice, from 1 to 5 ("1 star", …). */
export function Stars(props: {
  legend: string;
  labels: readonly [string, string, string, string, string];
  value: StarCount | null;
  onValue: (value: StarCount) => void;
  disabled?: boolean;
}) {
  const name = useId();
  const [hovered, setHovered] = useState<StarCount | null>(null);
  const shown = hovered ?? props.value ?? 0;
  return (
    <fieldset className="stars" disabled={props.disabled}>
      <legend className="sr">{props.legend}</legend>
      {ALL.map((count) => (
        <label
          key={count}
          data-full={count <= shown}
          onMouseEnter={() => setHovered(props.disabled ? null : count)}
          onMouseLeave={() => setHovered(null)}
        >
          <input
            type="radio"
            name={name}
            value={count}
            checked={props.value === count}
            aria-label={props.labels[count - 1]}
            onChange={() => props.onValue(count)}
          />
          <Icon icon={Star} />
        </label>
      ))}
    </fieldset>
  );
}
