import { OpenAPIHono } from "@hono/zod-openapi";
import { AppError } from "@/lib/domain/error";
import type { Env } from "./context";

/** A router whose bad input becomes INVALID_INPUT, naming the first field that is wrong. */
export function router(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return;
      const issue = result.error.issues[0];
      throw new AppError("INVALID_INPUT", {
        field: issue?.path.join(".") ?? "",
        problem: issue?.message ?? "",
      });
    },
  });
}
