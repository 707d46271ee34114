// Free of packages: the loader that runs on the host's page holds this file.

/** Who would answer now: owners when one is free, else staff, else nobody. */
export type SeatKind = "community" | "staff" | "none";

export type Face = { initials: string; tint: string };

/** What open pages are told of a site, by its cache channel and by `GET /api/sites/:key`. */
export type Availability = {
  kind: SeatKind;
  /** Free places with owners, and with staff. */
  community: number;
  staff: number;
  /** Owners (or, when none is there, staff) on line. */
  online: number;
  /** Only of experts who opted in. */
  faces: Face[];
  promiseSeconds: number;
  /** Median seconds to the first answer over 7 days; null under 20 answers. */
  usualSeconds: number | null;
  /** Share of visitors to invite, 0 to 1. */
  share: number;
  /** Grows with every change: an older snapshot is ignored. */
  version: number;
};
