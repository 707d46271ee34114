"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ChipsField } from "@/components/ui/chips-field";
import { TextField } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import { Switch } from "@/components/ui/switch";
import { showToast } from "@/components/ui/toast";
import { useErrorText } from "@/lib/client/use-error-text";
import { locales } from "@/lib/domain/locale";
import { isDisplayName, mostNameLetters } from "@/lib/domain/member/display-name";
import type { ProfileView } from "@/lib/domain/member/profile-view";
import { useProfile } from "./profile-context";
import { rivalName } from "./profile-requests";

const all = "all";

/** What a member says of himself. What is typed stays when somebody else changed him first. */
export function AboutForm() {
  const { profile, requests, setProfile } = useProfile();
  const t = useTranslations("profile.about");
  const words = useTranslations("profile.language");
  const errorText = useErrorText();
  const router = useRouter();
  const box = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(profile.name);
  const [languages, setLanguages] = useState(profile.languages);
  const [showsOnButton, setShows] = useState(profile.showsOnButton);
  const [wish, setWish] = useState(profile.capacityWish);
  const [nameIsWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [newer, setNewer] = useState<ProfileView | null>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const displayName = name.trim();
    const isName = isDisplayName(displayName);
    setWrong(!isName);
    if (!isName) box.current?.querySelector("input")?.focus();
    if (!isName || languages.length === 0) return;
    const base = newer ?? profile;
    const change = {
      ...(displayName === base.name ? {} : { displayName }),
      ...(`${languages}` === `${base.languages}` ? {} : { languages }),
      ...(showsOnButton === base.showsOnButton ? {} : { showsOnButton }),
      ...(wish === base.capacityWish ? {} : { capacityWish: wish }),
    };
    setProblem(null);
    if (Object.keys(change).length === 0) return showToast(t("nothing"));
    setBusy(true);
    try {
      await requests.change({ version: base.version, ...change });
      setProfile(await requests.read());
      setNewer(null);
      showToast(t("saved"));
      router.refresh();
    } catch (error) {
      setProblem(errorText(error));
      // Saving once more then saves over it, knowingly.
      if (rivalName(error) !== null) setNewer(await requests.read().catch(() => null));
    }
    setBusy(false);
  };

  const take = () => {
    if (!newer) return;
    setProfile(newer);
    setName(newer.name);
    setLanguages(newer.languages);
    setShows(newer.showsOnButton);
    setWish(newer.capacityWish);
    setNewer(null);
    setProblem(null);
  };

  return (
    <form ref={box} className="grid gap-5" noValidate onSubmit={(event) => void save(event)}>
      <TextField
        label={t("name")}
        help={t("nameHelp")}
        error={nameIsWrong ? t("nameWrong") : undefined}
        value={name}
        maxLength={mostNameLetters}
        autoComplete="given-name"
        onChange={(event) => setName(event.target.value)}
      />
      <ChipsField
        label={t("languages")}
        error={languages.length === 0 ? t("languagesMissing") : undefined}
        options={locales.map((each) => ({ value: each, label: words(each) }))}
        value={languages}
        onValue={setLanguages}
      />
      {(profile.mayTake > 1 || wish !== null) && (
        <SelectField
          label={t("wish")}
          help={t("wishHelp")}
          options={[
            { value: all, label: t("wishAll", { count: profile.mayTake }) },
            ...Array.from({ length: Math.max(profile.mayTake, wish ?? 1) }, (_, index) => ({
              value: `${index + 1}`,
              label: t("wishSome", { count: index + 1 }),
            })),
          ]}
          value={wish === null ? all : `${wish}`}
          onValue={(count) => setWish(count === all ? null : Number(count))}
        />
      )}
      {profile.kind === "owner" && (
        <div className="flex items-start gap-4">
          <Switch
            checked={showsOnButton}
            onChecked={setShows}
            label={t("button")}
            describedBy="profile-button"
          />
          <div>
            <p className="strong" aria-hidden="true">
              {t("button")}
            </p>
            <p className="muted" id="profile-button">
              {t("buttonHelp")}
            </p>
          </div>
        </div>
      )}
      {problem && (
        <p className="help help--error" role="alert">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={isBusy} busyLabel={t("saving")}>
          {t("save")}
        </Button>
        {newer && (
          <Button look="quiet" onClick={take}>
            {t("take")}
          </Button>
        )}
      </div>
    </form>
  );
}
