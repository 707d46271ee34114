import { Check, type LucideIcon } from "lucide-react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** A choice. With `pressed` it is a toggle and shows a check; without, a short cut such as a ready answer. */
export function Chip(props: ComponentPropsWithoutRef<"button"> & { pressed?: boolean; icon?: LucideIcon }) {
  const { pressed, icon, className, children, type, ...rest } = props;
  const drawing = pressed ? Check : icon;
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className={classNames("chip", className)}
      aria-pressed={pressed}
    >
      {drawing && <Icon icon={drawing} size={16} />}
      {children}
    </button>
  );
}

export type TagTone = "plain" | "green" | "amber" | "red" | "line";

/** A label that cannot be pressed. */
export function Tag(props: { tone?: TagTone; icon?: LucideIcon; className?: string; children: ReactNode }) {
  const { tone = "plain", icon } = props;
  return (
    <span className={classNames("tag", tone !== "plain" && `tag--${tone}`, props.className)}>
      {icon && <Icon icon={icon} size={16} />}
      {props.children}
    </span>
  );
}
