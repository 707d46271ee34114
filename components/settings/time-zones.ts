/** The time zones to choose from, the given one among them; names as IANA writes them, with spaces. */
export function timeZoneOptions(chosen: string): { value: string; label: string }[] {
  const known = Intl.supportedValuesOf("timeZone");
  const zones = known.includes(chosen) ? known : [chosen, ...known];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
