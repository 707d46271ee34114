"use client";

import { FileDown, FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { showError, showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { useInterval } from "@/lib/client/use-interval";
import type { ImportView } from "@/lib/domain/recruiting/import-schema";
import { recruitingRequests } from "./requests";

const LOOK_MS = 2_000;

/** The files that were sent, how far they are, and what came of them. */
export function ImportList(props: { brandSlug: string; imports: readonly ImportView[] }) {
  const t = useTranslations("recruiting.import");
  const { refresh } = useRouter();
  const isRunning = props.imports.some(({ state }) => state === "waiting" || state === "running");
  useInterval(() => refresh(), isRunning ? LOOK_MS : null);
  if (props.imports.length === 0)
    return (
      <Empty icon={FileUp} title={t("none")}>
        {t("noneText")}
      </Empty>
    );
  return (
    <ul className="grid">
      {props.imports.map((each) => (
        <li key={each.id} className="grid gap-3 border-t border-line py-4">
          <Import brandSlug={props.brandSlug} file={each} />
        </li>
      ))}
    </ul>
  );
}

function Import({ brandSlug, file }: { brandSlug: string; file: ImportView }) {
  const { id, kind, fileName, state, total, done, added, refused, problem, hasReport, createdAt, createdBy } =
    file;
  const t = useTranslations("recruiting.import");
  const errorText = useErrorText();
  const format = useFormatter();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const isRunning = state === "waiting" || state === "running";

  const undo = async () => {
    setBusy(true);
    try {
      const { removed, kept } = await recruitingRequests(brandSlug).undoImport(id);
      showToast(t("undone", { removed, kept }));
      router.refresh();
    } catch (error) {
      showError(errorText(error));
    }
    setBusy(false);
  };

  return (
    <>
      <div className="grid gap-1">
        <h3 className="strong wrap-anywhere">{fileName}</h3>
        <p className="meta">
          {[t(`kinds.${kind}`), createdBy, format.dateTime(new Date(createdAt), { dateStyle: "medium" })]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {isRunning ? (
        <div className="grid max-w-[480px] gap-1">
          <progress className="w-full" value={done} max={Math.max(total, 1)} aria-label={t("progress")} />
          <p className="num">{t("running", { done, total })}</p>
        </div>
      ) : (
        <p className="num">
          {state === "failed"
            ? t(`problem.${problem ?? "broken"}`)
            : t(`result.${state === "undone" ? "undone" : "done"}`, { added, refused })}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {hasReport && (
          <a
            className={buttonClass("secondary", "sm")}
            href={`/api/brands/${brandSlug}/candidate-imports/${id}/report`}
            download
          >
            <Icon icon={FileDown} size={16} />
            {t("report", { count: refused })}
          </a>
        )}
        {state === "done" && added > 0 && (
          <Button
            size="sm"
            aria-label={t("undoOf", { file: fileName })}
            busy={isBusy}
            onClick={() => void undo()}
          >
            {t("undo")}
          </Button>
        )}
      </div>
    </>
  );
}
