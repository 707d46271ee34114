import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** A line across a view: offline, delayed, refused. Red ones interrupt a screen reader, others wait their turn. */
export function Banner(props: { tone?: "amber" | "red" | "green"; icon?: LucideIcon; children: ReactNode }) {
  const { tone = "amber" } = props;
  return (
    <div
      role={tone === "red" ? "alert" : "status"}
      className={classNames("banner", tone !== "amber" && `banner--${tone}`)}
    >
      {props.icon && <Icon icon={props.icon} size={16} />}
      {props.children}
    </div>
  );
}
