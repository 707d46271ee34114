"use client";

import { type FormEvent, useState } from "react";
import { useFormatter, useLocale, useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { apiClient, reply } from "@/lib/client/api";
import { useErrorText } from "@/lib/client/use-error-text";
import { localeOf } from "@/lib/domain/locale";
import type { RecordCheck } from "@/lib/domain/recognition/open-badge-schema";
import { metals } from "./badge-props";
import "./community.css";

/** Whether a brand wrote a record of a badge, and whether it still holds. */
export function VerifyForm(props: { brand: { slug: string; name: string } }) {
  const { brand } = props;
  const t = useTranslations("recognition.verify");
  const errorText = useErrorText();
  const [record, setRecord] = useState("");
  const [found, setFound] = useState<RecordCheck | null>(null);
  const [wasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const check = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setFound(null);
    setProblem(null);
    if (isBusy || !record.trim()) return;
    setBusy(true);
    try {
      const at = apiClient().api["open-badges"][":brand"];
      setFound(
        await reply(at.check.$post({ param: { brand: brand.slug }, json: { record: record.trim() } })),
      );
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };

  return (
    <>
      <div className="com__intro">
        <h1 className="com__title text-balance">{t("title")}</h1>
        <p className="t-lead muted max-w-[36em]">{t("lead", { brand: brand.name })}</p>
      </div>
      <form className="grid max-w-[640px] gap-5" noValidate onSubmit={(event) => void check(event)}>
        <TextAreaField
          label={t("label")}
          help={t("help")}
          error={wasTried && !record.trim() ? t("missing") : undefined}
          rows={5}
          maxLength={20_000}
          spellCheck={false}
          value={record}
          onChange={(event) => setRecord(event.target.value)}
        />
        <Button
          type="submit"
          look="primary"
          size="lg"
          className="justify-self-start"
          busy={isBusy}
          busyLabel={t("checking")}
        >
          {t("check")}
        </Button>
        <div role="status">{found && <Found brandName={brand.name} found={found} />}</div>
        {problem && <Banner tone="red">{problem}</Banner>}
      </form>
    </>
  );
}

function Found({ brandName, found }: { brandName: string; found: RecordCheck }) {
  const t = useTranslations("recognition.verify");
  const format = useFormatter();
  const locale = localeOf(useLocale());
  if (found.result === "withdrawn") return <Banner tone="amber">{t("withdrawn")}</Banner>;
  if (found.result === "foreign")
    return (
      <Banner tone="red">
        {t("foreign", { brand: brandName })} {t("foreignText")}
      </Banner>
    );
  return (
    <Banner tone="green">
      {t("valid")}{" "}
      {t("validText", {
        name: found.name,
        badge: found.badge.names[locale],
        metal: metals[found.badge.level],
        brand: brandName,
        date: format.dateTime(new Date(found.awardedAt), { dateStyle: "long" }),
      })}
    </Banner>
  );
}
