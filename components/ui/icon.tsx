import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names";

/**
 * A lucide icon in our stroke. `size` in px, 20 unless told. Without `label` it is decoration and hidden from
 * screen readers; the text beside it must say the same.
 */
export function Icon(props: { icon: LucideIcon; size?: 16 | 20 | 24; label?: string; className?: string }) {
  const { icon: Drawing, size = 20, label } = props;
  const name = classNames("i", size === 16 && "i-16", size === 24 && "i-24", props.className);
  if (label === undefined)
    return <Drawing className={name} size={size} strokeWidth={1.5} aria-hidden="true" />;
  return <Drawing className={name} size={size} strokeWidth={1.5} role="img" aria-label={label} />;
}
