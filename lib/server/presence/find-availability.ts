import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { brandSettings } from "@/lib/domain/brand/schema";
import { isOpenAt, nextOpening } from "@/lib/domain/hours/open";
import { brandHours } from "@/lib/domain/hours/schema";
import type { Locale } from "@/lib/domain/locale";
import { helperKind, roles } from "@/lib/domain/member/role";
import {
  availabilityOf,
  freeSeats,
  nobodyThere,
  type Present,
  toldPlaces,
} from "@/lib/domain/presence/availability";
import { type Demand, shareToInvite } from "@/lib/domain/presence/demand";
import { promiseRule } from "@/lib/domain/promise/rule";
import { shownPromise } from "@/lib/domain/promise/shown-promise";
import { freePlaces } from "@/lib/domain/routing/candidate";
import { Availability as AvailabilitySchema } from "@/lib/domain/site/view";
import { type Availability, spokenIn } from "@/lib/domain/targeting/launcher";
import type { Tx } from "@/lib/server/commit";
import { recentQuestions } from "@/lib/server/promise/recent-questions";
import { usualChatSeconds } from "@/lib/server/routing/usual-chat-seconds";
import { usualAnswerSeconds } from "./usual-answer-seconds";

/** What a chat is taken to last until a brand has had enough of them: a short talk. */
const unmeasuredChatSeconds = 480;

const Row = z.object({
  settings: z.unknown(),
  hours: z.unknown(),
  timeZone: z.string(),
  offersLeaving: z.boolean(),
  isClosed: z.boolean(),
  topicIds: z.array(z.string()),
  sites: z.array(z.object({ id: z.string(), isRemoved: z.boolean(), availability: z.unknown() })),
  members: z.array(
    z.object({
      id: z.string(),
      role: z.enum(roles),
      displayName: z.string(),
      capacity: z.number(),
      load: z.number(),
      chatsHeld: z.number(),
      showsOnButton: z.boolean(),
      languages: z.array(z.string()),
      topicIds: z.array(z.string()),
    }),
  ),
  waiting: z.array(z.object({ language: z.string() })),
});

export type SiteTold = { siteId: string; told: Availability; current: Omit<Availability, "version"> };

/** What a site's pages were last told; nobody there before anything was. What an older release told counts only as told. */
export function storedAvailability(stored: unknown): Availability {
  const known = AvailabilitySchema.safeParse(stored);
  if (known.success) return known.data;
  const { version } = z
    .object({ version: z.int().catch(0) })
    .catch({ version: 0 })
    .parse(stored ?? {});
  return { ...nobodyThere(0), version };
}

/** For each of the brand's sites what its pages were last told and what is so now. */
export async function findAvailability({
  tx,
  brandId,
  now,
}: {
  tx: Tx;
  brandId: string;
  now: Date;
}): Promise<SiteTold[]> {
  const brand = await readBrand({ tx, brandId, now });
  if (!brand || brand.sites.length === 0) return [];
  const settings = brandSettings(brand.settings);
  const hours = brandHours(brand.hours);
  const { timeZone } = brand;
  const isOpen = {
    owner: isOpenAt(hours, "owner", now, timeZone),
    staff: isOpenAt(hours, "staff", now, timeZone),
  };
  const present = brand.isClosed ? [] : brand.members.map(presentOf).filter(({ kind }) => isOpen[kind]);

  const recent = await recentQuestions({ tx, brandId, now });
  const usualSeconds = await usualAnswerSeconds({ tx, brandId, atLeast: settings.usualAnswerFrom, now });
  const chatSeconds = await usualChatSeconds({ tx, brandId, now });
  const openings = (["owner", "staff"] as const)
    .map((kind) => ({ kind, at: nextOpening(hours, kind, now, timeZone) }))
    .filter((one): one is { kind: "owner" | "staff"; at: Date } => one.at !== null)
    .sort((a, b) => a.at.getTime() - b.at.getTime());

  return brand.sites.map(({ id, isRemoved, availability }) => {
    const told = storedAvailability(availability);
    const seats = freeSeats(toldPlaces(present));
    const before = told.promiseSeconds || null;
    const { shownSeconds } = shownPromise(recent.samples, seats, before, promiseRule(settings));
    // A removed site's open pages lose the button.
    if (isRemoved) return { siteId: id, told, current: nobodyThere(told.promiseSeconds) };
    const demandOf = (people: readonly Present[], language: Locale | null): Demand => ({
      arrivals: recent.arrivals(language),
      chatSeconds: chatSeconds ?? unmeasuredChatSeconds,
      places: people.reduce((sum, { places }) => sum + places, 0),
      free: people.reduce((sum, { free }) => sum + free, 0),
      waiting: brand.waiting.filter((one) => language === null || one.language === language).length,
      withinSeconds: Math.max(0, shownSeconds - (usualSeconds ?? shownSeconds / 2)),
    });
    const whole = shareToInvite(demandOf(present, null), told.share, settings);
    const current = availabilityOf(
      present,
      {
        topicIds: brand.topicIds,
        promiseSeconds: shownSeconds,
        usualSeconds,
        leaving: brand.offersLeaving && !brand.isClosed,
        opening: isOpen.owner || isOpen.staff ? null : (openings[0] ?? null),
      },
      // Those of one language share the people of all: neither queue may run over.
      (people, language) =>
        language === null
          ? whole
          : Math.min(
              whole,
              shareToInvite(demandOf(people, language), spokenIn(told, language).share, settings),
            ),
    );
    return { siteId: id, told, current };
  });
}

/** Whether a site's pages already know what is so now. */
export function isTold({ told: { version, ...told }, current }: SiteTold): boolean {
  return isDeepStrictEqual(told, current);
}

/** What the visitor of a page was shown when he asked in a language. Before anything was told, the brand's default. */
export function shownTo(stored: unknown, language: Locale, defaultSeconds: number) {
  const told = storedAvailability(stored);
  const { promiseSeconds, share, kind, ...seats } = spokenIn(told, language);
  return {
    promiseSeconds: promiseSeconds || defaultSeconds,
    seats: freeSeats(seats),
    invitedShare: kind === "none" ? null : share,
  };
}

function presentOf(member: z.infer<typeof Row>["members"][number]): Present {
  const { id, role, displayName, capacity, load, chatsHeld, showsOnButton, languages, topicIds } = member;
  const hasHelped = chatsHeld > 0;
  return {
    memberId: id,
    displayName,
    kind: helperKind(role),
    places: freePlaces({ capacity, load: 0, hasHelped }),
    free: freePlaces({ capacity, load, hasHelped }),
    showsOnButton,
    languages,
    topicIds,
  };
}

/**
 * Everything that pages are told of, in one query. Who is there: the twin of `presentAt`; waiting are the questions for
 * which nobody holds a place. The places held are read once (NOT IN, hashed), not once for each question: a plan that was
 * made while there were few offers would go through all of them each time.
 */
async function readBrand({ tx, brandId, now }: { tx: Tx; brandId: string; now: Date }) {
  const rows = await tx.$queryRaw`
    SELECT b.settings, b.hours, b.time_zone AS "timeZone", b.offers_leaving AS "offersLeaving",
      b.deleted_at IS NOT NULL AS "isClosed",
      (SELECT coalesce(json_agg(t.id ORDER BY t.position, t.id), '[]')
        FROM topics t WHERE t.brand_id = b.id AND t.deleted_at IS NULL) AS "topicIds",
      (SELECT coalesce(json_agg(json_build_object('id', s.id, 'isRemoved', s.deleted_at IS NOT NULL,
          'availability', s.availability) ORDER BY s.id), '[]')
        FROM sites s WHERE s.brand_id = b.id) AS sites,
      (SELECT coalesce(json_agg(json_build_object('id', m.id, 'role', m.role, 'displayName', m.display_name,
          'capacity', m.capacity, 'load', m.load, 'chatsHeld', m.chats_held, 'showsOnButton', m.shows_on_button,
          'languages', m.languages, 'topicIds', coalesce(known.ids, '[]'))), '[]')
        FROM members m LEFT JOIN (
          SELECT t.member_id, json_agg(t.topic_id) AS ids FROM member_topics t JOIN members o ON o.id = t.member_id
          WHERE o.brand_id = ${brandId} AND o.is_open GROUP BY t.member_id) known ON known.member_id = m.id
        WHERE m.brand_id = b.id AND m.status IN ('active', 'trial') AND m.is_open AND m.away_since IS NULL
          AND (m.open_until IS NULL OR m.open_until > ${now})
          AND EXISTS (SELECT 1 FROM leases l WHERE l.member_id = m.id AND l.expires_at > ${now})) AS members,
      (SELECT coalesce(json_agg(json_build_object('language', q.language)), '[]')
        FROM questions q
        WHERE q.brand_id = b.id AND q.state IN ('asked', 'offering', 'calling') AND q.id NOT IN (
          SELECT o.question_id FROM offers o
          WHERE o.brand_id = ${brandId} AND o.reserves AND o.state IN ('made', 'delivered'))) AS waiting
    FROM brands b WHERE b.id = ${brandId}`;
  return z.array(Row).parse(rows)[0];
}
