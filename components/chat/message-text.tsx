import { splitLinks } from "./split-links";
import { Written } from "./written";

/** A message's words, its web addresses as links that learn nothing of this page. */
export function MessageText(props: { text: string }) {
  return (
    <p className="bub__text" dir="auto">
      {splitLinks(props.text).map((part, index) => {
        // A text's parts never move, so their place is their key.
        const key = index;
        return part.isLink ? (
          <a key={key} href={part.text} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        ) : (
          <Written key={key} text={part.text} />
        );
      })}
    </p>
  );
}
