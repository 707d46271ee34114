// Free of packages: the loader that runs on the host's page holds this file.

/** Who would answer now: owners when one is free, else staff, else nobody. */
export type SeatKind = "community" | "staff" | "none";

export type Face = { initials: string; tint: string };

/** Who would answer a question asked in one language. */
export type Seats = {
  kind: SeatKind;
  /** Free places with owners, and with staff; ten stands for more. */
  community: number;
  staff: number;
  /** Owners (or, when none is there, staff) on line. */
  online: number;
  /** Only of experts who opted in. */
  faces: Face[];
  /** Share of visitors to invite, 0 to 1. */
  share: number;
  /** Topics that no free owner knows: staff answer those, if any is free. Left out for none. */
  uncovered?: string[];
};

/** What open pages are told of a site, by its cache channel and by `GET /api/sites/:key`. */
export type Availability = Seats & {
  promiseSeconds: number;
  /** Median seconds to the first answer over 7 days; null under 20 answers. */
  usualSeconds: number | null;
  /** Languages in which others would answer than on the whole. */
  in?: { [language in "en" | "fr"]?: Seats };
  /** While nobody can answer, a question may be left. */
  leaving?: boolean;
  /** When nobody is open by the brand's hours: when the next are (ISO 8601), and who. */
  opensAt?: string;
  opens?: "community" | "staff";
  /** Grows with every change: an older snapshot is ignored. */
  version: number;
};

/** The same, for somebody who asks in this language. */
export function spokenIn(availability: Availability, language: "en" | "fr"): Availability {
  return { ...availability, ...availability.in?.[language] };
}
