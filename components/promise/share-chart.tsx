"use client";

import { useEffect, useRef } from "react";
import type { Kept } from "@/lib/domain/promise/calibration";

const height = 200;
const top = 12;
const bottom = 28;
const left = 44;
const right = 68;
const plot = height - top - bottom;
const y = (share: number) => top + plot * (1 - share);

/**
 * Shares from 0 to 100 %, each a dot with the line on which the true one probably lies. A column without a judged promise
 * has a mark on the ground. It scrolls in its own box where it is wider than the page.
 */
export function ShareChart(props: {
  /** `label`: below the column; empty where there is no room for each. */
  points: readonly (Kept & { key: string; label: string })[];
  columnWidth: number;
  aim: number;
  aimLabel: string;
  /** Words of the ends and the middle of the scale. */
  scale: { share: number; label: string }[];
  /** The chart in a sentence. */
  description: string;
}) {
  const { points, columnWidth, aim } = props;
  const box = useRef<HTMLDivElement>(null);
  // Where not all has room, the newest is seen first.
  useEffect(() => {
    if (box.current) box.current.scrollLeft = box.current.scrollWidth;
  }, []);
  const width = Math.max(320, left + right + points.length * columnWidth);
  const step = (width - left - right) / Math.max(1, points.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by the keyboard.
    <div ref={box} className="chart" tabIndex={0} role="img" aria-label={props.description}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {props.scale.map(({ share, label }) => (
          <g key={share}>
            <line className="chart__grid" x1={left} x2={width - right} y1={y(share)} y2={y(share)} />
            <text className="chart__text" x={left - 8} y={y(share) + 4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        <line className="chart__aim" x1={left} x2={width - right} y1={y(aim)} y2={y(aim)} />
        <text className="chart__text" x={width - right + 8} y={y(aim) + 4}>
          {props.aimLabel}
        </text>
        {points.map((point, index) => {
          const x = left + step * (index + 0.5);
          const { kept, judged, low, high } = point;
          return (
            <g key={point.key}>
              {low !== null && high !== null ? (
                <>
                  <line className="chart__reach" x1={x} x2={x} y1={y(high)} y2={y(low)} />
                  <circle className="chart__dot" cx={x} cy={y(kept / judged)} r={4} />
                </>
              ) : (
                <line className="chart__none" x1={x - 3} x2={x + 3} y1={y(0)} y2={y(0)} />
              )}
              {point.label && (
                <text className="chart__text" x={x} y={height - 8} textAnchor="middle">
                  {point.label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
