import type { ReactNode } from "react";

/** One grey bar, or a circle. Sizes in px or as CSS lengths. */
export function Skeleton(props: { width?: number | string; height?: number | string; round?: boolean }) {
  const { width = "100%", height = 12 } = props;
  return <span className="skel" style={{ width, height, borderRadius: props.round ? "50%" : undefined }} />;
}

/** A view that is loading: its skeletons appear after 200 ms, and `label` is what a screen reader hears. */
export function Loading(props: { label: string; className?: string; children: ReactNode }) {
  return (
    <div role="status" className={props.className}>
      <span className="sr">{props.label}</span>
      <div className="loading" aria-hidden="true">
        {props.children}
      </div>
    </div>
  );
}
