import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { Id } from "@/lib/domain/schema";
import { readAttachment } from "@/lib/server/attachment/read-attachment";
import { now } from "@/lib/server/clock";
import { asAnybody } from "./declare";
import { router } from "./router";

const read = createRoute({
  method: "get",
  path: "/attachments/{attachmentId}",
  summary: "A file, by the signed and short-lived address that a message carries",
  ...asAnybody(),
  request: {
    params: z.object({ attachmentId: Id }),
    query: z.object({ expires: z.coerce.number().int(), signature: z.string().regex(/^[0-9a-f]{64}$/) }),
  },
  responses: {
    200: { description: "The file", content: { "application/octet-stream": { schema: z.any() } } },
  },
});

export const attachmentRoutes = router().openapi(read, async (c) => {
  const file = await readAttachment({ ...c.req.valid("param"), ...c.req.valid("query"), now: now() });
  // Only images that we encoded ourselves may be shown in place; everything else is a download.
  const disposition = file.isImage ? "inline" : "attachment";
  return c.body(file.bytes, 200, {
    "Content-Type": file.mime,
    "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "private, max-age=300",
  });
});
