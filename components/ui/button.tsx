import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithoutRef, MouseEvent, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger" | "staff";
export type ButtonSize = "sm" | "md" | "lg";

/** The classes of a button, for links that look like one. Heights: sm 32, md 40, lg 48 px. */
export function buttonClass(look: ButtonLook = "secondary", size: ButtonSize = "md", more?: string): string {
  return classNames("btn", `btn--${look}`, size !== "md" && `btn--${size}`, more);
}

export type ButtonProps = Omit<ComponentPropsWithoutRef<"button">, "children"> & {
  look?: ButtonLook;
  size?: ButtonSize;
  /** Full width. */
  block?: boolean;
  icon?: LucideIcon;
  /** Pass it (false too) to buttons that can be busy: both faces are laid out, so the width never jumps. */
  busy?: boolean;
  /** What the button says while busy ("Accepting"); its own label unless told. */
  busyLabel?: string;
  children: ReactNode;
};

/** A button. A busy one keeps its focus and its place but does nothing when pressed. */
export function Button(props: ButtonProps) {
  const { look, size, block, icon, busy, busyLabel, children, className, onClick, type, ...rest } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  const face = (
    <>
      {icon && <Icon icon={icon} size={size === "lg" ? 20 : 16} />}
      {children}
    </>
  );
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className={buttonClass(look, size, classNames(block && "btn--block", className))}
      aria-busy={busy || undefined}
      onClick={busy || onClick ? press : undefined}
    >
      {busy === undefined ? (
        face
      ) : (
        <span className="btn__stack">
          <span className="btn__face" data-off={busy}>
            {face}
          </span>
          <span className="btn__face" data-off={!busy}>
            <i className="spin" />
            {busyLabel ?? children}
          </span>
        </span>
      )}
    </button>
  );
}

export type IconButtonProps = Omit<ComponentPropsWithoutRef<"button">, "children" | "aria-label"> & {
  icon: LucideIcon;
  /** What it does, for those who cannot see the icon. */
  label: string;
  look?: ButtonLook;
  size?: "sm" | "md";
};

/** A square button with an icon alone. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, look = "quiet", size, className, type, ...rest } = props;
  return (
    <button
      {...rest}
      type={type ?? "button"}
      className={buttonClass(look, size, classNames("btn--icon", className))}
      aria-label={label}
    >
      <Icon icon={icon} />
    </button>
  );
}
