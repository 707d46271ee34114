import { isPart, type SettingName, type SettingRule, settingRules } from "@/lib/domain/brand/setting-rules";

/** A setting as a form shows it: shares in percent, everything else as it is stored. */
export function shownSetting(name: SettingName, stored: number): string {
  const rule: SettingRule = settingRules[name];
  return String(isPart(rule.unit) ? Math.round(stored * 100) : stored);
}

/** What a person typed, as it is stored; null when it is no number, or outside of the setting's range. */
export function readSetting(name: SettingName, typed: string): number | null {
  const { min, max, unit }: SettingRule = settingRules[name];
  if (!/^\d{1,6}$/.test(typed.trim())) return null;
  const stored = isPart(unit) ? Number(typed) / 100 : Number(typed);
  return stored >= min && stored <= max ? stored : null;
}
