"use client";

import { Button, type ButtonProps } from "@/components/ui/button";
import { useScreen } from "./use-board";

/** Where the screen says why nothing can be done. */
export const lockId = "board-lock";

/** A button that changes something. While nothing can be changed it keeps its place in the keyboard's order and says why. */
export function ActionButton(props: ButtonProps) {
  const { lock } = useScreen();
  if (lock === null) return <Button {...props} />;
  const { onClick: _, busy: _busy, ...rest } = props;
  return <Button {...rest} aria-disabled="true" aria-describedby={lockId} title={lock} />;
}
