"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { useErrorText } from "@/lib/client/use-error-text";
import { readOrigin } from "@/lib/domain/site/origin";
import { OriginsField } from "./origins-field";
import { settingsRequests } from "./requests";
import { sectionHref } from "./sections";
import { Failure } from "./versioned-form";

/** A new site: its name and its addresses; everything else has a default and a place on its own page. */
export function NewSiteForm(props: { brandSlug: string; brandName: string }) {
  const { brandSlug } = props;
  const t = useTranslations("settings.site");
  const sites = useTranslations("settings.sites");
  const errorText = useErrorText();
  const router = useRouter();
  const box = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(props.brandName);
  const [origins, setOrigins] = useState([""]);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setChecked(true);
    setFailure(null);
    if (name.trim() === "" || origins.some((typed) => readOrigin(typed).problem)) {
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    try {
      const { id } = await settingsRequests(brandSlug).createSite({ name, allowedOrigins: origins });
      router.push(`${sectionHref(brandSlug, "sites")}/${id}`);
      router.refresh();
    } catch (error) {
      setFailure(errorText(error));
      setBusy(false);
    }
  };
  return (
    <form ref={box} className="grid gap-6" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t("name")}
        help={t("nameHelp")}
        error={isChecked && name.trim() === "" ? t("nameMissing") : undefined}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
      />
      <OriginsField value={origins} onValue={setOrigins} isChecked={isChecked} />
      <div className="set__foot">
        <Button type="submit" look="primary" busy={isBusy} busyLabel={sites("creating")}>
          {sites("create")}
        </Button>
        <Failure text={failure} />
      </div>
    </form>
  );
}
