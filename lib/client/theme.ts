import { rememberPreference } from "./preference";

/** "system" follows the device. */
export type Theme = "system" | "light" | "dark";

/** The theme that the page shows now. */
export function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Shows a theme at once, and on every page from now on. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  rememberPreference("theme", theme === "system" ? null : theme);
}
