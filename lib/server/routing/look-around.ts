import { z } from "zod";
import type { BrandSettings } from "@/lib/domain/brand/settings";
import { isOpenAt } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
import { routeQueue } from "@/lib/domain/routing/route-queue";
import { isDecidedAlike } from "@/lib/domain/routing/shortlist";
import type { Tx } from "@/lib/server/commit";
import { candidatesFor, type FoundPerson, findPeople, findTies, type Ties } from "./find-people";
import { type Queued, type QueuedRow, queuedOf } from "./find-queue";
import { findShortlist } from "./find-shortlist";

/**
 * A brand with no more open people than this, or than a tenth of it for each question, is read as a whole: that is as
 * fast, and its receipts know everybody.
 */
const usualCrowd = 500;
/** So long it is remembered whether a brand is a crowd, and of how many. */
const keepMs = 10_000;

const kept = new Map<string, { from: number; until: number; open: number }>();

/** Among whom a queue is decided. */
export type Field = {
  queue: Queued[];
  people: FoundPerson[];
  ties: Ties;
  /** How many others are open, about; none of them could change a decision. */
  unseen: number;
  /** Reads everybody; null where `people` are all. */
  everybody: (() => Promise<{ people: FoundPerson[]; ties: Ties }>) | null;
};

/**
 * Finds the people among whom a queue is decided: all who are open, or in a crowd the few who lead to the same decisions.
 * Where these say themselves that they may not, more are read, and in the end all.
 */
export async function lookAround({
  tx,
  brandId,
  rows,
  dueIds,
  settings,
  hours,
  crowd = usualCrowd,
  now,
}: {
  tx: Tx;
  brandId: string;
  rows: readonly QueuedRow[];
  dueIds: ReadonlySet<string>;
  settings: BrandSettings;
  hours: { hours: unknown; timeZone: string };
  crowd?: number;
  now: Date;
}): Promise<Field> {
  const questionIds = rows.map(({ id }) => id);
  const queueWith = (ties: Ties) => rows.map((row) => queuedOf(row, ties, dueIds.has(row.id)));
  const everybody = async () => ({
    people: await findPeople({ tx, brandId, now }),
    ties: await findTies({ tx, questionIds }),
  });
  const open = await openPeople(tx, brandId, now);
  if (open > Math.max(crowd, (crowd / 10) * rows.length)) {
    const own = brandHours(hours.hours);
    const isOpen = {
      owner: isOpenAt(own, "owner", now, hours.timeZone),
      staff: isOpenAt(own, "staff", now, hours.timeZone),
    };
    const strangers = await findTies({ tx, questionIds, owners: new Set() });
    const queue = queueWith(strangers);
    const tied = [...strangers.values()].flatMap((own) => [...own.keys()]);
    for (const how of ["nearest", "all"] as const) {
      const { ids, cuts } = await findShortlist({ tx, brandId, queue, isOpen, settings, how, now });
      for (const memberId of tied) ids.add(memberId);
      const people = await findPeople({ tx, brandId, ids, now });
      const isAboutProducts = rows.some(({ product }) => product !== null);
      const ties = isAboutProducts ? await findTies({ tx, questionIds, owners: ids }) : strangers;
      const { decisions } = routeQueue(queue, people, candidatesFor(ties), settings, now);
      if (isDecidedAlike(decisions, cuts, settings))
        return { queue, people, ties, unseen: Math.max(0, open - people.length), everybody };
    }
  }
  const { people, ties } = await everybody();
  return { queue: queueWith(ties), people, ties, unseen: 0, everybody: null };
}

const Counted = z.tuple([z.object({ open: z.number() })]);

/** How many members of the brand are open, counted within the last ten seconds. */
async function openPeople(tx: Tx, brandId: string, now: Date): Promise<number> {
  const known = kept.get(brandId);
  const time = now.getTime();
  if (known && known.from <= time && time < known.until) return known.open;
  const [{ open }] = Counted.parse(
    await tx.$queryRaw`
      SELECT count(*)::int AS open FROM members
      WHERE brand_id = ${brandId} AND is_open AND status IN ('active', 'trial') AND away_since IS NULL`,
  );
  kept.set(brandId, { from: time, until: time + keepMs, open });
  return open;
}
