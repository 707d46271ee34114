import { isPart, type SettingName, type SettingRule, settingRules } from "@/lib/domain/brand/setting-rules";

/** A setting as a form shows it: shares in percent, everything else as it is stored. */
export function shownSetting(name: SettingName, stored: number): string {
  const rule: SettingRule = settingRules[name];
  return String(isPart(rule.unit) ? Math.round(stored * 100) : stored);
}

/** What a person typed, as it is stored; null when it is no number, or outside of the setting's range. */
export function readSetting(name: SettingName, typed: string): number | null {
  const { min, max, unit }: SettingRule = settingRules[name];
  // A comma is how French writes the point.
  const plain = typed.trim().replace(",", ".");
  const form = unit === "stars" ? /^\d(\.\d{1,2})?$/ : /^\d{1,6}$/;
  if (!form.test(plain)) return null;
  const stored = isPart(unit) ? Number(plain) / 100 : Number(plain);
  return stored >= min && stored <= max ? stored : null;
}
