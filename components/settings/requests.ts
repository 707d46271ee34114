import { apiClient, reply } from "@/lib/client/api";
import type { AuditKind } from "@/lib/domain/audit/view";
import type { CreateBrand } from "@/lib/domain/brand/schema";
import type { BrandView, Saved } from "@/lib/domain/brand/view";

const client = apiClient();
const brands = client.api.brands;

/** What the settings of one brand ask of the API. */
export function settingsRequests(brand: string) {
  const of = brands[":brand"];
  return {
    brand: () => reply(of.settings.$get({ param: { brand } })),
    saveBrand: (
      json: { version: number } & Partial<Omit<BrandView, "version" | "id" | "slug" | "settings">> & {
          settings?: Record<string, number | null>;
        },
    ) => reply(of.settings.$patch({ param: { brand }, json })),
    trySettings: (
      json: { settings: Record<string, number | null>; round: number; until?: string },
      signal: AbortSignal,
    ) => reply(of.settings.try.$post({ param: { brand }, json }, { init: { signal } })),
    close: (name: string) => reply(of.close.$post({ param: { brand }, json: { name } })),
    guide: () => reply(of.guide.$get({ param: { brand } })),
    guideAway: () => reply(of.guide.away.$post({ param: { brand } })),
    createSite: (json: { name: string; allowedOrigins: string[] }) =>
      reply(of.sites.$post({ param: { brand }, json })),
    site: (siteId: string) => reply(of.sites[":siteId"].$get({ param: { brand, siteId } })),
    saveSite: (siteId: string, json: SiteChange) =>
      reply(of.sites[":siteId"].$patch({ param: { brand, siteId }, json })),
    secret: (siteId: string, rotate: boolean) =>
      reply(of.sites[":siteId"].secret.$post({ param: { brand, siteId }, json: { rotate } })),
    removeSite: (siteId: string, name: string) =>
      reply(of.sites[":siteId"].remove.$post({ param: { brand, siteId }, json: { name } })),
    restoreSite: (siteId: string) => reply(of.sites[":siteId"].restore.$post({ param: { brand, siteId } })),
    topics: () => reply(of.topics.$get({ param: { brand } })),
    createTopic: (json: { slug: string; names: Words }) => reply(of.topics.$post({ param: { brand }, json })),
    saveTopic: (topicId: string, json: { version: number; names: Words }) =>
      reply(of.topics[":topicId"].$patch({ param: { brand, topicId }, json })),
    removeTopic: (topicId: string) =>
      reply(of.topics[":topicId"].remove.$post({ param: { brand, topicId } })),
    orderTopics: (from: string[], to: string[]) =>
      reply(of.topics.order.$post({ param: { brand }, json: { from, to } })),
    audits: (query: { kind?: Kind; before?: string }) => reply(of.audits.$get({ param: { brand }, query })),
    undo: (auditId: string): Promise<Saved> =>
      reply(of.audits[":auditId"].undo.$post({ param: { brand, auditId } })),
  };
}

type Words = { en?: string; fr?: string };
type Kind = AuditKind;
type SiteChange = {
  version: number;
  name?: string;
  allowedOrigins?: string[];
  colour?: string;
  position?: "left" | "right";
  ownerWord?: Words;
  pages?: { include: string[]; exclude: string[] };
};

/** A new brand, by an operator; answers the slug of its address. */
export const createBrand = (json: CreateBrand) => reply(brands.$post({ json }));

/** Brings a closed brand back. */
export const reopenBrand = (brandId: string) =>
  reply(client.api["closed-brands"][":brandId"].reopen.$post({ param: { brandId } }));

/** Becomes the first admin; answers where to go. */
export const finishSetup = (json: { token: string; name: string; email: string }) =>
  reply(client.api.setup.$post({ json }));
