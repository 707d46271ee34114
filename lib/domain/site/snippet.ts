/**
 * What a brand puts into its pages, as documented: a queue for calls that come before the script, then the script.
 * `origin` is ours, without a slash at its end.
 */
export function snippetOf({ origin, publicKey }: { origin: string; publicKey: string }): string {
  return [
    "<script>",
    "  window.entraide=window.entraide||function(){(window.entraide.q=window.entraide.q||[]).push(arguments)}",
    "</script>",
    `<script async src="${origin}/widget.js" data-site="${publicKey}"></script>`,
  ].join("\n");
}
