import { Fragment } from "react";
import type { Piece } from "@/lib/domain/conversation/highlight";

/** A text with the words that were searched for. Rendered as text, whatever it says. */
export function FoundText(props: { pieces: readonly Piece[] }) {
  return props.pieces.map(({ text, isFound }, index) => {
    // A text's parts never move, so their place is their key.
    const key = index;
    return isFound ? <mark key={key}>{text}</mark> : <Fragment key={key}>{text}</Fragment>;
  });
}
