import type { BrandSettings } from "@/lib/domain/brand/settings";
import { mostChats } from "@/lib/domain/member/manage";
import { type Stage, stageCapacity, wantedCapacity } from "@/lib/domain/member/ramp";
import type { Role } from "@/lib/domain/member/role";
import type { Past } from "./past";
import type { SimulatedPerson } from "./world";

/** A member with what his capacity comes from. */
export type PastPerson = SimulatedPerson & {
  role: Role;
  stage: Stage;
  /** The rule of the brand's settings gives him his capacity, unless `fixed` or `wish` say otherwise. */
  isByRule: boolean;
  fixed: number | null;
  wish: number | null;
};

/** A brand's past days, with what its people's capacities come from. */
export type PastDays = Omit<Past, "people"> & { people: readonly PastPerson[] };

/** What is to be tried: settings, and places for everybody besides (`to` so many, or `by` so many more). */
export type Change = {
  settings: Partial<BrandSettings>;
  capacity?: { to: number } | { by: number };
};

/** The same days with the capacities that people would have. Places that were promised to visitors then are promised still. */
export function withCapacities(
  past: PastDays,
  settings: BrandSettings,
  { settings: changed, capacity }: Change,
): PastDays {
  const people = past.people.map((person) => ({
    ...person,
    capacity: capacityOf(person, { ...settings, ...changed }, capacity),
  }));
  return { ...past, people };
}

function capacityOf(
  { role, stage, isByRule, fixed, wish, capacity }: PastPerson,
  settings: BrandSettings,
  everybody: Change["capacity"],
): number {
  const rule = stageCapacity(stage, role, settings);
  const own = isByRule ? wantedCapacity({ fixed, rule, wish }) : capacity;
  if (!everybody) return own;
  const wanted = "to" in everybody ? everybody.to : own + everybody.by;
  return Math.max(1, Math.min(wanted, mostChats));
}
