"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

export type Tab<Id extends string> = {
  id: Id;
  label: ReactNode;
  /** Unread or waiting ones; nothing is shown for 0. */
  count?: number;
};

/** Tabs of one view, by arrows, Home and End as ARIA's pattern asks. Each needs its `TabPanel`. */
export function Tabs<Id extends string>(props: {
  /** Ties tabs to their panels; unique on the page. */
  group: string;
  label: string;
  tabs: readonly Tab<Id>[];
  value: Id;
  onValue: (id: Id) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const count = props.tabs.length;
    const at = props.tabs.findIndex((tab) => tab.id === props.value);
    const targets: Record<string, number> = {
      ArrowRight: (at + 1) % count,
      ArrowLeft: (at - 1 + count) % count,
      Home: 0,
      End: count - 1,
    };
    const target = targets[event.key];
    const tab = target === undefined ? undefined : props.tabs[target];
    if (target === undefined || tab === undefined) return;
    event.preventDefault();
    props.onValue(tab.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[target]?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={onKeyDown}>
      {props.tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="tab"
          id={`${props.group}-${tab.id}-tab`}
          aria-controls={`${props.group}-${tab.id}`}
          aria-selected={tab.id === props.value}
          tabIndex={tab.id === props.value ? 0 : -1}
          onClick={() => props.onValue(tab.id)}
        >
          {tab.label}
          {tab.count ? <span className="tab__count">{tab.count}</span> : null}
        </button>
      ))}
    </div>
  );
}

/** The part of the view that a tab shows. Render only the chosen one. */
export function TabPanel(props: { group: string; id: string; className?: string; children: ReactNode }) {
  return (
    <div
      role="tabpanel"
      id={`${props.group}-${props.id}`}
      aria-labelledby={`${props.group}-${props.id}-tab`}
      className={props.className}
    >
      {props.children}
    </div>
  );
}
