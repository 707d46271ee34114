import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type { Messages } from "@/lib/messages/messages";
import { ApiError, errorCode } from "./api";
import { waitOf } from "./wait-words";

type Code = keyof Messages["error"];

/** Gives a failure's sentence in the reader's language: what is wrong, and how to mend it. Needs the `error` texts. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations("error");
  return useCallback(
    (error) => {
      const params = error instanceof ApiError ? error.params : {};
      const known = errorCode(error);
      const code: Code = t.has(known as Code) ? (known as Code) : "INTERNAL";
      return t(code, {
        ...waitOf(Number(params.retryAfterSeconds ?? 60)),
        by: String(params.by ?? "nobody"),
        name: String(params.name || "nobody"),
        outcome: String(params.outcome || "other"),
        load: Number(params.load ?? 1),
        megabytes: Number(params.maxMegabytes ?? 10),
        product: String(params.product ?? ""),
        most: Number(params.most ?? 1),
        done: Number(params.done ?? 0),
        wanted: Number(params.wanted ?? 1),
      });
    },
    [t],
  );
}
