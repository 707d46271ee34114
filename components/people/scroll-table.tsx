import type { ReactNode } from "react";

/** A table that scrolls in its own box where it is wider than the page; the keyboard can scroll it too. */
export function ScrollTable(props: { caption: string; head: readonly ReactNode[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className="relative overflow-x-auto" aria-label={props.caption} tabIndex={0}>
      <table className="table">
        <caption className="sr">{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((head, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}
