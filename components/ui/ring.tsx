"use client";

import { type CSSProperties, type ReactNode, useLayoutEffect, useState } from "react";
import { classNames } from "./class-names";
import { readRing } from "./ring-time";

/** Seconds left at which an offer is read aloud a second time. */
const SPOKEN_AGAIN_AT = 5;

export type RingProps = {
  /** Down to zero for an offer, up to the promise for a wait. */
  mode: "up" | "down";
  /** Epoch milliseconds on the server's clock. */
  startedAt: number;
  endsAt: number;
  /** Server's clock minus this device's, in milliseconds. */
  clockOffset?: number;
  /** 64 px for an offer, 152 px for matching. */
  size?: 64 | 152;
  /** The timer in words: (18) => "18 seconds left to accept". Not read aloud by itself. */
  label: (seconds: number) => string;
  /** Read aloud on arrival and when 5 seconds are left; leave it out where the arrival is announced elsewhere. */
  announce?: (seconds: number) => string;
  /** A line under the number, in the large ring: "of 30 s, our promise". */
  caption?: ReactNode;
  /** Clock of this device in epoch milliseconds. */
  now?: () => number;
};

/** Time as a ring. It runs by CSS, so a busy page cannot make it stutter; only the number is ticked. */
export function Ring(props: RingProps) {
  const { mode, startedAt, endsAt, clockOffset = 0, size = 64, now = Date.now } = props;
  // Server and browser first draw the beginning, which both know; the browser's clock comes in before it is seen.
  const [reading, setReading] = useState(() => readRing({ mode, startedAt, endsAt, now: startedAt }));
  const [elapsedMs, setElapsedMs] = useState<number | null>(null);
  const [spoken, setSpoken] = useState<number | null>(null);

  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => readRing({ mode, startedAt, endsAt, now: now() + clockOffset });
    const tick = () => {
      const next = read();
      setReading(next);
      if (mode === "down" && next.seconds === SPOKEN_AGAIN_AT) setSpoken(next.seconds);
      if (next.nextInMs !== null) timer = setTimeout(tick, next.nextInMs);
    };
    const first = read();
    setSpoken(first.seconds);
    setElapsedMs(first.progress * Math.max(1, endsAt - startedAt));
    tick();
    return () => clearTimeout(timer);
  }, [mode, startedAt, endsAt, clockOffset, now]);

  const width = size === 64 ? 4 : 6;
  const radius = size / 2 - width / 2;
  const around = 2 * Math.PI * radius;
  const spanMs = Math.max(1, endsAt - startedAt);
  const arc = {
    "--ring-from": mode === "down" ? 0 : around,
    "--ring-to": mode === "down" ? around : 0,
    "--ring-steps": `steps(${Math.max(1, Math.round(spanMs / 1000))}, end)`,
    strokeDasharray: around,
    animationDuration: `${spanMs}ms`,
    animationDelay: `${-(elapsedMs ?? 0)}ms`,
    animationPlayState: elapsedMs === null ? "paused" : "running",
  } as CSSProperties;

  return (
    <div
      className={classNames(
        "ring",
        size === 152 && "ring--lg",
        reading.tone !== "green" && `ring--${reading.tone}`,
      )}
      style={{ width: size, height: size }}
    >
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <circle className="track" cx={size / 2} cy={size / 2} r={radius} strokeWidth={width} />
        <circle
          // A new span starts a new run of the animation.
          key={`${startedAt}-${endsAt}-${elapsedMs}`}
          className="arc"
          cx={size / 2}
          cy={size / 2}
          r={radius}
          strokeWidth={width}
          style={arc}
        />
      </svg>
      <div className="ring__in">
        <b className="ring__number" role="timer" aria-label={props.label(reading.seconds)}>
          {reading.seconds}
        </b>
        {props.caption && <span className="meta">{props.caption}</span>}
      </div>
      {props.announce && (
        <span className="sr" aria-live="assertive" aria-atomic="true">
          {spoken !== null && props.announce(spoken)}
        </span>
      )}
    </div>
  );
}
