import { createHash, randomBytes } from "node:crypto";
import { brandSettings } from "@/lib/domain/brand/schema";
import type { MemberActor, VisitorActor } from "@/lib/server/account/actor";
import { db } from "@/lib/server/database";
import type { Prisma } from "@/prisma/generated/client";

/** A weekday morning in Paris, where the test brand lives. */
export const morning = new Date("2026-03-10T09:00:00.000Z");

const word = () => randomBytes(6).toString("hex");

/** A brand with one site, two topics and nobody in it. It explores nobody new, so that tests know who is asked first. */
export async function makeBrand({
  settings = {},
  ...data
}: Partial<Omit<Prisma.BrandUncheckedCreateInput, "settings">> & { settings?: Record<string, number> } = {}) {
  const slug = `brand-${word()}`;
  const brand = await db().brand.create({
    data: {
      slug,
      name: "Volt & Vélo",
      languages: ["en", "fr"],
      timeZone: "Europe/Paris",
      settings: { exploreShare: 0, ...settings },
      ...data,
    },
  });
  const site = await db().site.create({
    data: {
      brandId: brand.id,
      name: "Shop",
      publicKey: word(),
      secret: word(),
      allowedOrigins: ["https://shop.example.com"],
      pages: { include: ["*"], exclude: [] },
    },
  });
  const topic = (slug: string, en: string, fr: string) =>
    db().topic.create({ data: { brandId: brand.id, slug, names: { en, fr } } });
  const battery = await topic("battery", "Battery", "Batterie");
  const brakes = await topic("brakes", "Brakes", "Freins");
  return { ...brand, site, topics: { battery, brakes } };
}
export type TestBrand = Awaited<ReturnType<typeof makeBrand>>;

/** A member, as the API's guard would hand him to a use case, open, no beginner, with one place unless told otherwise. */
export async function makeMember(
  brand: TestBrand,
  {
    name = "Samir H.",
    role = "expert",
    ...data
  }: { name?: string; role?: MemberActor["role"] } & Partial<Prisma.MemberUncheckedCreateInput> = {},
): Promise<MemberActor> {
  const user = await db().user.create({ data: { name, email: `${word()}@example.com` } });
  const member = await db().member.create({
    data: {
      brandId: brand.id,
      userId: user.id,
      role,
      displayName: name,
      languages: ["en", "fr"],
      isOpen: true,
      // No beginner: he takes as many chats as he has places, and as many questions a day as come.
      chatsHeld: 1,
      energyBudget: 0,
      ...data,
    },
  });
  return {
    id: member.id,
    brandId: brand.id,
    brandSlug: brand.slug,
    userId: user.id,
    role,
    displayName: name,
    settings: brandSettings(brand.settings),
  };
}

/** A visitor with his token. */
export async function makeVisitor(
  brand: TestBrand,
  data: Partial<Prisma.VisitorUncheckedCreateInput> = {},
): Promise<VisitorActor & { token: string }> {
  const token = randomBytes(24).toString("base64url");
  const { id } = await db().visitor.create({
    data: {
      brandId: brand.id,
      siteId: brand.site.id,
      tokenHash: createHash("sha256").update(token).digest("hex"),
      firstName: "Marie",
      ...data,
    },
  });
  return { id, brandId: brand.id, siteId: brand.site.id, settings: brandSettings(brand.settings), token };
}

/** A question about batteries, asked this morning and shown to nobody yet. */
export async function makeQuestion(
  brand: TestBrand,
  visitor: VisitorActor,
  data: Partial<Prisma.QuestionUncheckedCreateInput> = {},
) {
  return db().question.create({
    data: {
      brandId: brand.id,
      siteId: brand.site.id,
      visitorId: visitor.id,
      clientId: word(),
      topicId: brand.topics.battery.id,
      text: "Does the battery survive winter?",
      language: "en",
      targetSeconds: 15,
      promiseSeconds: 30,
      askedAt: morning,
      roundAt: morning,
      ...data,
    },
  });
}

/** A running chat: a matched question, one open segment, the visitor's question as message 1; the helper's load counted. */
export async function makeChat(
  brand: TestBrand,
  visitor: VisitorActor,
  member: MemberActor,
  data: Partial<Prisma.QuestionUncheckedCreateInput> = {},
) {
  const question = await makeQuestion(brand, visitor, { state: "matched", joinedAt: morning, ...data });
  const chat = await db().chat.create({
    data: {
      brandId: brand.id,
      questionId: question.id,
      visitorId: visitor.id,
      startedAt: morning,
      lastSeq: 1,
      messages: {
        create: {
          brandId: brand.id,
          seq: 1,
          clientId: word(),
          author: "visitor",
          body: question.text,
          sentAt: morning,
        },
      },
      segments: { create: { brandId: brand.id, memberId: member.id, startedAt: morning } },
    },
    include: { segments: true, messages: true },
  });
  await db().member.update({ where: { id: member.id }, data: { load: { increment: 1 } } });
  const [segment] = chat.segments;
  const [message] = chat.messages;
  if (!segment || !message) throw new Error("a chat without its first lines");
  return { ...chat, question, segment, message };
}
