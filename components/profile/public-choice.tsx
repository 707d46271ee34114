"use client";

import Link from "next/link";
import { type FormEvent, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { ProfilePage } from "@/components/community/profile-page";
import { Button } from "@/components/ui/button";
import { TextAreaField, TextField } from "@/components/ui/field";
import { Switch } from "@/components/ui/switch";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import type { PublicChoice as Choice } from "@/lib/domain/recognition/public-view";
import { isUnreachable, mostLineLetters, mostPlaceLetters } from "@/lib/domain/recognition/unreachable";
import { recognitionRequests } from "./recognition-requests";

/** Whether everybody may see a member's page, what it says of him, and how it looks before anybody sees it. */
export function PublicChoice(props: { brand: { slug: string; name: string }; initial: Choice }) {
  const { brand } = props;
  const t = useTranslations("recognition.choice");
  const errorText = useErrorText();
  const requests = useMemo(() => recognitionRequests(brand.slug), [brand.slug]);
  const [choice, setChoice] = useState(props.initial);
  const [line, setLine] = useState(choice.page.line);
  const [place, setPlace] = useState(choice.page.place);
  const [isPreviewed, setPreviewed] = useState(false);
  const [busy, setBusy] = useState<"switch" | "save" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const lineError = isUnreachable(line) ? undefined : t("reachable");
  const placeError = isUnreachable(place) ? undefined : t("reachable");
  const address = `/community/${brand.slug}/${choice.page.slug}`;

  const save = async (what: "switch" | "save", change: { isPublic?: boolean }) => {
    if (busy || lineError || placeError) return;
    setBusy(what);
    setProblem(null);
    try {
      const { version } = choice;
      setChoice(await requests.choose({ version, line: line.trim(), place: place.trim(), ...change }));
      showToast(t("saved"));
    } catch (error) {
      setProblem(errorText(error));
      const newer = await requests.page().catch(() => null);
      if (newer) setChoice(newer);
    }
    setBusy(null);
  };

  return (
    <div className="grid gap-5">
      <div className="flex items-start gap-4">
        <Switch
          checked={choice.isPublic}
          onChecked={(isPublic) => void save("switch", { isPublic })}
          label={t("public")}
          busy={busy === "switch"}
          describedBy="public-page-help"
        />
        <div className="grid gap-1">
          <p className="strong" aria-hidden="true">
            {t("public")}
          </p>
          <p className="muted" id="public-page-help">
            {t("publicHelp", { brand: brand.name })}
          </p>
          {choice.isPublic && choice.isOffered && (
            <p>
              <Link className="underline" href={address}>
                {t("see")}
              </Link>
            </p>
          )}
          {choice.isPublic && !choice.isOffered && (
            <p className="muted">{t("closed", { brand: brand.name })}</p>
          )}
        </div>
      </div>
      <form
        className="grid gap-4"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save("save", {});
        }}
      >
        <TextAreaField
          label={t("line")}
          optional={t("optional")}
          help={t("lineHelp")}
          error={lineError}
          rows={2}
          maxLength={mostLineLetters}
          value={line}
          onChange={(event) => setLine(event.target.value.replace(/\s*[\r\n]+\s*/g, " "))}
        />
        <TextField
          label={t("place")}
          optional={t("optional")}
          help={t("placeHelp")}
          error={placeError}
          maxLength={mostPlaceLetters}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
        />
        {problem && (
          <p className="help help--error" role="alert">
            {problem}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={busy === "save"} busyLabel={t("saving")}>
            {t("save")}
          </Button>
          <Button look="quiet" aria-expanded={isPreviewed} onClick={() => setPreviewed(!isPreviewed)}>
            {t(isPreviewed ? "hidePreview" : "preview")}
          </Button>
        </div>
      </form>
      {isPreviewed && (
        <section className="border border-line rounded-[14px] px-4 pb-6" aria-label={t("previewLabel")}>
          <ProfilePage brand={brand} owner={{ ...choice.page, line, place }} isPreview />
        </section>
      )}
    </div>
  );
}
