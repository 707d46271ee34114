/** The tag a brand pastes into its pages, as documented: a queue for early calls, then the script. */
export function WidgetScript({ origin, publicKey }: { origin: string; publicKey: string }) {
  return (
    <>
      <script>
        {
          "window.entraide=window.entraide||function(){(window.entraide.q=window.entraide.q||[]).push(arguments)}"
        }
      </script>
      <script async src={`${origin}/widget.js`} data-site={publicKey} />
    </>
  );
}
