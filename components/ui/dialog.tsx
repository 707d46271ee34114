"use client";

import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { classNames } from "./class-names";

/**
 * For what cannot be undone or is seen by someone else; it names the person. The focus stays inside, Escape closes.
 * `actions` are its buttons, the quiet one first. App only.
 */
export function Dialog(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One or two sentences on what will happen. */
  description?: ReactNode;
  children?: ReactNode;
  actions: ReactNode;
  wide?: boolean;
}) {
  const cameFrom = useRef<Element | null>(null);
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={classNames("dialog dialog--open", props.wide && "dialog--wide")}
          // Without a trigger of its own, Radix would leave the focus on the page's top.
          onOpenAutoFocus={() => {
            cameFrom.current = document.activeElement;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveBack(cameFrom.current);
          }}
          {...(props.description ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title className="t-title">{props.title}</Radix.Title>
          {props.description && <Radix.Description className="muted">{props.description}</Radix.Description>}
          {props.children}
          <div className="dialog__acts">{props.actions}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What was pressed has the focus again; where it is gone and nothing else took over, the page's content has. */
function giveBack(cameFrom: Element | null): void {
  if (cameFrom instanceof HTMLElement) cameFrom.focus();
  if (document.activeElement !== document.body) return;
  const main = document.getElementById("main");
  main?.setAttribute("tabindex", "-1");
  main?.focus({ preventScroll: true });
}
