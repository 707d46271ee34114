import type { Context } from "hono";
import { z } from "zod";

/** What a route declares that answers a file. */
export const aFile = {
  200: { description: "A file", content: { "application/octet-stream": { schema: z.any() } } },
} as const;

/** The pieces of a text as a response's body, asked for one by one; a failure breaks the download off. */
function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

/** A file that the browser saves, sent as it is made. */
export function download(c: Context, file: { name: string; mime: string; pieces: AsyncGenerator<string> }) {
  return c.body(streamed(file.pieces), 200, {
    "Content-Type": `${file.mime}; charset=utf-8`,
    "Content-Disposition": `attachment; filename="${file.name}"`,
    "X-Content-Type-Options": "nosniff",
  });
}
