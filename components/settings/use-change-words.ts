import { useTranslations } from "use-intl";
import {
  type SettingName,
  type SettingRule,
  settingNames,
  settingRules,
} from "@/lib/domain/brand/setting-rules";
import { defaultSettings } from "@/lib/domain/brand/settings";
import type { HoursException, Week } from "@/lib/domain/hours/hours";
import { shownSetting } from "./setting-number";
import { useHoursWords } from "./use-hours-words";

const most = 300;

/** What the journal calls a field, and how it shows what was in it. Fields and values that it does not know are shown as they are. */
export function useChangeWords() {
  const t = useTranslations("settings.journal");
  const number = useTranslations("settings.defaults");
  const setting = useTranslations("settings.setting");
  const say = useHoursWords();
  const settingOf = (field: string) => settingNames.find((name) => field === `settings.${name}`);

  function shownNumber(name: SettingName, value: unknown): string {
    const { unit }: SettingRule = settingRules[name];
    const shown = Number(shownSetting(name, typeof value === "number" ? value : defaultSettings[name]));
    const words = number(unit === "people" ? "people_" : unit, { count: shown });
    return value === null ? `${words} (${t("default")})` : words;
  }

  const part = (name: string) => (t.has(`part.${name as "en"}`) ? t(`part.${name as "en"}`) : name);

  function shown(value: unknown): string {
    if (value === null || value === undefined || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (Array.isArray(value)) return value.length === 0 ? t("nothing") : value.map(shown).join(", ");
    if (typeof value === "object") {
      const parts = Object.entries(value).map(([name, inner]) =>
        t("listed", { name: part(name), value: shown(inner) }),
      );
      return parts.length === 0 ? t("nothing") : parts.join(" · ");
    }
    return String(value).slice(0, most);
  }

  /** Opening hours are said as on their page. */
  function hours(field: string, value: unknown): string | null {
    if (field === "hours.owner" || field === "hours.staff") return say.week(value as Week | null);
    if (field !== "hours.exceptions" || !Array.isArray(value)) return null;
    return value.length === 0 ? t("nothing") : say.exceptions(value as HoursException[]);
  }

  return {
    field(field: string): string {
      const name = settingOf(field);
      if (name) return setting(name);
      const key = `field.${field as "name"}` as const;
      return t.has(key) ? t(key) : field;
    },
    value(field: string, value: unknown): string {
      const name = settingOf(field);
      if (name) return shownNumber(name, value);
      const opening = hours(field, value);
      if (opening !== null) return opening;
      if (field === "capacity" && value === null) return t("byRule");
      // A closed list has its words: roles, states, sides.
      const word = `value.${field as "role"}.${String(value) as "expert"}` as const;
      return t.has(word) ? t(word) : shown(value);
    },
  };
}
