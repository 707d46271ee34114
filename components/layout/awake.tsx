"use client";

import { useEffect } from "react";
import { AWAKE } from "./keep-early-input";

/** Says that the page listens from now on. Stands last: effects run in the order of the page. */
export function Awake() {
  useEffect(() => void window.dispatchEvent(new Event(AWAKE)), []);
  return null;
}
