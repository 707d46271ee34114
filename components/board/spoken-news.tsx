"use client";

import { useEffect, useRef, useState } from "react";

/** Screen readers are not told more often than this. */
const SPOKEN_EVERY_MS = 5_000;

/** Tells screen readers of a change, at most every 5 seconds, and not of how things stood at the beginning. */
export function SpokenNews({ text }: { text: string }) {
  const [spoken, setSpoken] = useState("");
  const last = useRef({ text, at: 0 });
  useEffect(() => {
    if (text === last.current.text) return;
    const pause = Math.max(0, last.current.at + SPOKEN_EVERY_MS - Date.now());
    const timer = setTimeout(() => {
      last.current = { text, at: Date.now() };
      setSpoken(text);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="sr" aria-live="polite">
      {spoken}
    </p>
  );
}
