import { randomBytes } from "node:crypto";
import { defaultBadges } from "@/lib/domain/badge/default-badges";
import { type DemoPersona, demoAddress } from "@/lib/domain/demo/demo";
import { type Tint, tintOf } from "@/lib/domain/member/appearance";
import type { Role } from "@/lib/domain/member/role";
import { later, now } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/commit";
import { db } from "@/lib/server/database";
import { demoBrandSlug } from "@/lib/server/site/find-demo-site";
import type { Member } from "@/prisma/generated/client";
import { addCommunity } from "./add-community";
import { addPastTalks } from "./add-past-talks";
import { addPastWeek } from "./add-past-week";
import { pastTalks } from "./past-talks";

const topicNames = {
  battery: { en: "Battery", fr: "Batterie" },
  range: { en: "Range", fr: "Autonomie" },
  brakes: { en: "Brakes", fr: "Freins" },
  cargo: { en: "Cargo", fr: "Cargo" },
  maintenance: { en: "Maintenance", fr: "Entretien" },
  sizing: { en: "Sizing", fr: "Taille" },
  delivery: { en: "Delivery", fr: "Livraison" },
} as const;
type TopicSlug = keyof typeof topicNames;
const everyTopic = Object.keys(topicNames) as TopicSlug[];

type Person = {
  persona: DemoPersona;
  name: string;
  displayName: string;
  role: Role;
  capacity: number;
  joinedDaysAgo: number;
  topics: TopicSlug[];
  /** How long he has had a Volt 3 City. */
  ownsMonths: number | null;
  /** The ground of his avatar, as pictures of the demonstration show it. */
  tint: Tint;
  /** What everybody may read of him; left out for who wants no public page. */
  page?: { line: string; place: string };
};

const people: Person[] = [
  {
    persona: "nadia",
    name: "Nadia Benali",
    displayName: "Nadia B.",
    role: "expert",
    capacity: 2,
    joinedDaysAgo: 152,
    topics: ["battery", "cargo"],
    ownsMonths: 14,
    tint: "sage",
    page: {
      line: "I ride 22 km a day, whatever the weather. Ask me about winter, stairs, and anything with two children on it.",
      place: "Lyon",
    },
  },
  {
    persona: "samir",
    name: "Samir Haddad",
    displayName: "Samir H.",
    role: "expert",
    capacity: 1,
    joinedDaysAgo: 12,
    topics: ["battery", "brakes", "maintenance"],
    ownsMonths: 24,
    tint: "clay",
    page: { line: "If it squeaks, I’ve heard it before.", place: "Nantes" },
  },
  {
    persona: "ingrid",
    name: "Ingrid Solberg",
    displayName: "Ingrid S.",
    role: "expert",
    capacity: 1,
    joinedDaysAgo: 96,
    topics: ["range", "battery", "sizing"],
    ownsMonths: 7,
    tint: "sky",
  },
  {
    persona: "julien",
    name: "Julien Mercier",
    displayName: "Julien M.",
    role: "agent",
    capacity: 3,
    joinedDaysAgo: 204,
    topics: everyTopic,
    ownsMonths: null,
    tint: "sand",
  },
  {
    persona: "helene",
    name: "Hélène Fabre",
    displayName: "Hélène F.",
    role: "manager",
    capacity: 3,
    joinedDaysAgo: 210,
    topics: everyTopic,
    ownsMonths: null,
    tint: "sand",
  },
];

/** A random id whose avatar has this ground. */
function idOfTint(tint: Tint): string {
  for (;;) {
    const id = randomBytes(16).toString("hex");
    if (tintOf(id) === tint) return id;
  }
}

/** The calendar day so many months before. */
function monthsBefore(at: Date, months: number): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1));
}

/**
 * Makes the demonstration's brand, Volt & Vélo, with its people, paused, and their past; on a later start only the
 * addresses are brought up to date. Runs that meet wait for each other.
 *
 * @param shopOrigin where the demo shop's pages are opened, such as http://127.0.0.1:3000
 * @param productOrigin the product's own address, where the same pages answer too
 */
export async function seedDemo({
  shopOrigin,
  productOrigin,
}: {
  shopOrigin: string;
  productOrigin: string;
}): Promise<void> {
  const allowedOrigins = [...new Set([shopOrigin, productOrigin])];
  await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('entraide.seed-demo'))`;
      const existing = await tx.brand.findUnique({ where: { slug: demoBrandSlug }, select: { id: true } });
      if (existing) await tx.site.updateMany({ where: { brandId: existing.id }, data: { allowedOrigins } });
      else await createDemo(tx, allowedOrigins);
    },
    // A second or two; a busy machine is slow.
    { maxWait: 120_000, timeout: 120_000 },
  );
}

async function createDemo(tx: Tx, allowedOrigins: string[]): Promise<void> {
  const at = now();
  const brand = await tx.brand.create({
    data: {
      slug: demoBrandSlug,
      name: "Volt & Vélo",
      languages: ["en", "fr"],
      timeZone: "Europe/Paris",
      // Whoever tries the demonstration is told that Nadia is asked first.
      settings: { exploreShare: 0 },
    },
  });
  const site = await tx.site.create({
    data: {
      brandId: brand.id,
      name: "Volt & Vélo",
      publicKey: randomBytes(12).toString("hex"),
      secret: randomBytes(32).toString("base64url"),
      allowedOrigins,
      pages: {
        include: ["/demo/products/*", "/demo/checkout*"],
        exclude: ["/demo", "/demo/contact"],
      },
    },
  });
  const topics = await tx.topic.createManyAndReturn({
    data: everyTopic.map((slug, position) => ({
      brandId: brand.id,
      slug,
      names: topicNames[slug],
      position,
    })),
  });
  await tx.badge.createMany({
    data: defaultBadges(everyTopic.map((slug) => ({ slug, names: topicNames[slug] }))).map((badge) => ({
      brandId: brand.id,
      ...badge,
    })),
  });

  const members: [DemoPersona, Member][] = [];
  for (const {
    persona,
    name,
    displayName,
    role,
    capacity,
    joinedDaysAgo,
    topics: known,
    ownsMonths,
    page,
    tint,
  } of people) {
    const user = await tx.user.upsert({
      where: { email: demoAddress(persona) },
      create: { email: demoAddress(persona), name, emailVerified: at },
      update: { name },
    });
    const member = await tx.member.create({
      data: {
        id: idOfTint(tint),
        brandId: brand.id,
        userId: user.id,
        role,
        displayName,
        languages: ["en", "fr"],
        // All by the ramp: their past is that of this stage.
        stage: capacity === 3 ? "full" : capacity === 2 ? "confirmed" : "new",
        capacityRule: capacity,
        capacity,
        showsOnButton: role === "expert",
        idleSince: at,
        createdAt: later(at, -joinedDaysAgo * 86_400),
        topics: {
          create: topics
            .filter(({ slug }) => known.some((own) => own === slug))
            .map(({ id }) => ({ topicId: id })),
        },
        ...(ownsMonths === null
          ? {}
          : {
              ownerships: {
                create: {
                  product: "Volt 3 City",
                  since: monthsBefore(at, ownsMonths),
                  proof: "checked",
                  provenAt: at,
                },
              },
            }),
        ...(page === undefined
          ? {}
          : {
              publicProfile: {
                create: { brandId: brand.id, slug: persona, isPublic: true, publishedAt: at, ...page },
              },
            }),
      },
    });
    members.push([persona, member]);
  }
  const cast = Object.fromEntries(members) as Record<DemoPersona, Member>;
  const written = { tx, brand, site, topics, members: cast, now: at };
  const atDesk = await addPastTalks({ ...written, talks: pastTalks });
  const knows = Object.fromEntries(people.map(({ persona, topics: known }) => [persona, known]));
  await addPastWeek({ ...written, knows: knows as Record<DemoPersona, TopicSlug[]>, atDesk });
  await tx.$executeRaw`
    UPDATE members m SET chats_held = (
      SELECT count(*)::int FROM segments s WHERE s.member_id = m.id AND s.state = 'ended')
    WHERE m.brand_id = ${brand.id}`;
  await addCommunity(written);
}
