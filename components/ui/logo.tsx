/** The mark: two circles, and what they share. Decoration; the name stands beside it. */
export function Logo(props: { width?: number }) {
  const width = props.width ?? 32;
  return (
    <svg viewBox="0 0 32 22" width={width} height={(width * 22) / 32} aria-hidden="true">
      <path d="M16 2.7a9.5 9.5 0 0 1 0 16.6 9.5 9.5 0 0 1 0-16.6z" fill="var(--green)" />
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        <circle cx="11" cy="11" r="9.5" />
        <circle cx="21" cy="11" r="9.5" />
      </g>
    </svg>
  );
}
