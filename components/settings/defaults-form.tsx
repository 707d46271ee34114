"use client";

import { TriangleAlert } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import {
  findContradiction,
  isWhole,
  type SettingName,
  type SettingRule,
  settingNames,
  settingRules,
} from "@/lib/domain/brand/setting-rules";
import { defaultSettings } from "@/lib/domain/brand/settings";
import type { BrandView } from "@/lib/domain/brand/view";
import { settingsRequests } from "./requests";
import { readSetting, shownSetting } from "./setting-number";
import { Tryout } from "./tryout";
import { type Problems, useVersionedForm, type Versioned } from "./use-versioned-form";
import { type FieldWords, VersionedForm } from "./versioned-form";

type Form = Record<SettingName, string>;

const groups = [
  {
    group: "searching",
    names: ["targetSeconds", "offerSeconds", "widenAt", "widenBy", "callAt"],
  },
  {
    group: "promising",
    names: ["promiseSeconds", "promiseQuantile", "promiseFloorSeconds", "promiseCapSeconds", "promiseFrom"],
  },
  {
    group: "inviting",
    names: ["inviteCloseUnder", "inviteReopenAt", "inviteAheadSeconds"],
  },
  {
    group: "choosing",
    names: [
      "skillWeight",
      "ownershipWeight",
      "narrownessWeight",
      "idleWeight",
      "exploreShare",
      "newUntilRatings",
    ],
  },
  {
    group: "talking",
    names: [
      "graceSeconds",
      "handoverSeconds",
      "idleWarnMinutes",
      "idleEndMinutes",
      "waitLimitSeconds",
      "leftAnswerHour",
    ],
  },
  {
    group: "ramp",
    names: [
      "newExpertCapacity",
      "confirmedAfterThanks",
      "confirmedExpertCapacity",
      "fullAfterThanks",
      "fullExpertCapacity",
      "newStaffCapacity",
      "staffFullAfterChats",
      "fullStaffCapacity",
      "raiseFromStars",
      "raiseAfterRatings",
    ],
  },
  {
    group: "people",
    names: ["awayAfterLapses", "usualAnswerFrom"],
  },
  { group: "moderation", names: ["hideAtFlags"] },
] as const satisfies { group: string; names: SettingName[] }[];

const contradictions = {
  callAt: "callBeforeWiden",
  promiseSeconds: "promiseBeforeTarget",
  promiseCapSeconds: "capBelowFloor",
  inviteReopenAt: "reopenBelowClose",
  fullAfterThanks: "fullBeforeConfirmed",
} as const satisfies Partial<Record<SettingName, string>>;

/** All settings as they are sent, null for a default. */
function settingsOf(values: Form): Record<string, number | null> {
  const entries = settingNames.map((name) => {
    const number = readSetting(name, values[name]);
    return [name, number === defaultSettings[name] ? null : number];
  });
  return Object.fromEntries(entries);
}

function formOf({ settings, version }: BrandView): Versioned<Form> {
  const entries = settingNames.map((name) => [
    name,
    shownSetting(name, settings[name] ?? defaultSettings[name]),
  ]);
  return { version, values: Object.fromEntries(entries) };
}

/** The numbers behind the waits, each with what it means, its range and its default. */
export function DefaultsForm(props: { brand: BrandView }) {
  const { slug } = props.brand;
  const t = useTranslations("settings.defaults");
  const label = useTranslations("settings.setting");
  const title = useTranslations("settings.sections.defaults")("title");
  const requests = settingsRequests(slug);
  const form = useVersionedForm<Form>({
    brandSlug: slug,
    initial: formOf(props.brand),
    read: async () => formOf(await requests.brand()),
    save: (values, version) => requests.saveBrand({ version, settings: settingsOf(values) }),
    check,
    fieldOf: (field) => settingNames.find((name) => field === `settings.${name}`),
  });
  function check(values: Form): Problems<Form> {
    const found: Problems<Form> = {};
    for (const name of settingNames) {
      if (readSetting(name, values[name]) !== null) continue;
      const { min, max, unit }: SettingRule = settingRules[name];
      const range = { min: Number(shownSetting(name, min)), max: Number(shownSetting(name, max)) };
      found[name] = t(isWhole(unit) ? "wrongWhole" : "wrong", range);
    }
    if (Object.keys(found).length > 0) return found;
    const numbers = settingNames.map((name) => [name, readSetting(name, values[name])]);
    const wrong = findContradiction({ ...defaultSettings, ...Object.fromEntries(numbers) });
    if (wrong) found[wrong] = t(contradictions[wrong]);
    return found;
  }
  const isReadable = Object.keys(check(form.values)).length === 0;
  const words = Object.fromEntries(
    settingNames.map((name) => [name, { label: label(name), show: (value: string) => value }]),
  ) as FieldWords<Form>;
  return (
    <VersionedForm form={form} words={words} label={title}>
      {groups.map(({ group, names }) => (
        <section key={group} className="set__part gap-2!">
          <h2>{t(group)}</h2>
          <div>
            {names.map((name) => (
              <NumberSetting
                key={name}
                name={name}
                value={form.values[name]}
                error={form.problems[name]}
                onValue={(value) => form.set(name, value)}
              />
            ))}
          </div>
        </section>
      ))}
      <Tryout
        brandSlug={slug}
        settings={isReadable ? settingsOf(form.values) : null}
        changed={settingNames.filter((name) => isChanged(name, form.values, form.stored))}
      />
    </VersionedForm>
  );
}

/** Compared as numbers: "07" is 7. What cannot be read differs. */
function isChanged(name: SettingName, typed: Form, stored: Form): boolean {
  const number = readSetting(name, typed[name]);
  return number === null || number !== readSetting(name, stored[name]);
}

function NumberSetting(props: {
  name: SettingName;
  value: string;
  error?: string;
  onValue: (value: string) => void;
}) {
  const { name, value, error } = props;
  const id = useId();
  const t = useTranslations("settings.defaults");
  const label = useTranslations("settings.setting");
  const help = useTranslations("settings.settingHelp");
  const { min, max, unit }: SettingRule = settingRules[name];
  const usual = shownSetting(name, defaultSettings[name]);
  const range = { min: shownSetting(name, min), max: shownSetting(name, max) };
  const words = t(unit === "people" ? "people_" : unit, { count: Number(usual) });
  return (
    <div className="num-set">
      <div className="grid content-start gap-1">
        <label className="strong" htmlFor={id}>
          {label(name)}
        </label>
        <p className="muted" id={`${id}-help`}>
          {help(name)}
        </p>
      </div>
      <div className="grid content-start gap-1">
        <span className="unit">
          <input
            id={id}
            className="input"
            inputMode="decimal"
            value={value}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-help ${id}-range`}
            onChange={(event) => props.onValue(event.target.value)}
          />
          <span className="muted">{t(`unit.${unit}`)}</span>
        </span>
        <p className={error ? "help help--error" : "help"} id={`${id}-range`}>
          {error && <Icon icon={TriangleAlert} size={16} />}
          {error ?? `${t("range", range)} · ${t("default", { value: words })}`}
        </p>
        {value.trim() !== usual && (
          <Button
            look="quiet"
            size="sm"
            className="-ml-3 justify-self-start"
            aria-label={t("toDefaultOf", { name: label(name) })}
            onClick={() => props.onValue(usual)}
          >
            {t("toDefault")}
          </Button>
        )}
      </div>
    </div>
  );
}
