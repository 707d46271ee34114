/** What a chapter says: an empty line parts paragraphs, lines that begin with a dash are a list. */
export function ChapterText(props: { text: string; lang?: string }) {
  const blocks = props.text.split(/\n\s*\n/).filter((block) => block.trim() !== "");
  return (
    <div className="lesson wrap-anywhere" lang={props.lang}>
      {blocks.map((block, index) => {
        const lines = block.split("\n").filter((line) => line.trim() !== "");
        // Blocks of a text never move, so their place is their key.
        const key = index;
        return lines.every((line) => line.startsWith("- ")) ? (
          <ul key={key}>
            {lines.map((line) => (
              <li key={line}>{line.slice(2)}</li>
            ))}
          </ul>
        ) : (
          <p key={key}>{block}</p>
        );
      })}
    </div>
  );
}
