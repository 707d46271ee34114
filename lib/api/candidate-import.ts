import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { AppError } from "@/lib/domain/error";
import {
  ImportAnswer,
  ImportTerms,
  ImportUndone,
  mostImportBytes,
} from "@/lib/domain/recruiting/import-schema";
import { Id, Slug } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { getImportReport, undoImport } from "@/lib/server/recruiting/list-imports";
import { startImport } from "@/lib/server/recruiting/start-import";
import { asMember, replies } from "./declare";
import { aFile, download } from "./download";
import { router } from "./router";
import { uploadBody } from "./upload";

const onImport = z.object({ brand: Slug, importId: Id });

const start = createRoute({
  method: "post",
  path: "/brands/{brand}/candidate-imports",
  summary: "Send a file of candidates: CSV, or public posts as JSON Lines",
  ...asMember("people"),
  request: { params: z.object({ brand: Slug }), body: uploadBody },
  responses: replies(ImportAnswer),
});

const report = createRoute({
  method: "get",
  path: "/brands/{brand}/candidate-imports/{importId}/report",
  summary: "The lines of a file that were refused, as CSV",
  ...asMember("people"),
  request: { params: onImport },
  responses: aFile,
});

const undo = createRoute({
  method: "post",
  path: "/brands/{brand}/candidate-imports/{importId}/undo",
  summary: "Take a file back, but for those whom somebody has worked with",
  ...asMember("people"),
  request: { params: onImport },
  responses: replies(ImportUndone),
});

function readTerms(form: Record<string, unknown>): z.infer<typeof ImportTerms> {
  const { kind, mapping } = form;
  try {
    return ImportTerms.parse({ kind, mapping: typeof mapping === "string" ? JSON.parse(mapping) : null });
  } catch {
    return ImportTerms.parse({ kind, mapping: null });
  }
}

export const candidateImportRoutes = router()
  .openapi(start, async (c) => {
    const { member } = c.var;
    const multipartOverhead = 10_000;
    if (Number(c.req.header("content-length") ?? 0) > mostImportBytes + multipartOverhead)
      throw new AppError("FILE_TOO_LARGE", { maxMegabytes: mostImportBytes / 1_000_000 });
    const form = await c.req.parseBody();
    if (!(form.file instanceof File))
      throw new AppError("INVALID_INPUT", { field: "file", problem: "a file is expected" });
    const file = { name: form.file.name, bytes: new Uint8Array(await form.file.arrayBuffer()) };
    const answer = await startImport({ member, file, ...readTerms(form), now: now() });
    return c.json(ImportAnswer.parse(answer), 200);
  })
  .openapi(report, async (c) => {
    const { importId } = c.req.valid("param");
    const text = await getImportReport({ member: c.var.member, importId });
    async function* pieces() {
      // The mark lets spreadsheets know that it is UTF-8.
      yield "\ufeff";
      yield text;
    }
    return download(c, { name: "refused-lines.csv", mime: "text/csv", pieces: pieces() });
  })
  .openapi(undo, async (c) => {
    const { importId } = c.req.valid("param");
    return c.json(ImportUndone.parse(await undoImport({ member: c.var.member, importId })), 200);
  });
