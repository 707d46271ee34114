"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";

export type PageTab = { id: string; href: string; label: string };

/** The way between the pages of one part. Where not all has room, the page that is open is in sight. */
export function PageTabs(props: { label: string; tabs: readonly PageTab[]; current: string }) {
  const { current } = props;
  const list = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page means another tab to look for.
  useEffect(() => {
    const open = list.current?.querySelector<HTMLElement>("[aria-current]");
    // Sideways only: `scrollIntoView` would pull the page up, too, from where a reload has put it.
    if (list.current && open) list.current.scrollLeft = open.offsetLeft - list.current.offsetLeft - 16;
  }, [current]);
  return (
    <nav aria-label={props.label} className="tabs overflow-x-auto" ref={list}>
      {props.tabs.map(({ id, href, label }) => (
        <Link key={id} href={href} className="tab" aria-current={id === current ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
