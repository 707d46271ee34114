/** The first stop of the keyboard: to the page's `<main id="main">`. */
export function SkipLink(props: { label: string }) {
  return (
    <a className="skip" href="#main">
      {props.label}
    </a>
  );
}
