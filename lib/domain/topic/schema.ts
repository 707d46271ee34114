import { z } from "zod";
import { Id, Locale, Slug, words } from "@/lib/domain/schema";

const Name = words(60);
const TopicNames = z
  .partialRecord(Locale, Name)
  .transform((names) => Object.fromEntries(Object.entries(names).filter(([, name]) => name !== "")))
  .refine((names) => Object.keys(names).length > 0, "a topic needs a name");

export const CreateTopic = z.strictObject({ slug: Slug, names: TopicNames });
export type CreateTopic = z.infer<typeof CreateTopic>;

export const ChangeTopic = z.strictObject({ version: z.int().positive(), names: TopicNames });
export type ChangeTopic = z.infer<typeof ChangeTopic>;

/** All topics in their new order. `from` is the order that was on the screen. */
export const OrderTopics = z.strictObject({ from: z.array(Id).max(200), to: z.array(Id).max(200) });
export type OrderTopics = z.infer<typeof OrderTopics>;

/** A topic as its brand's managers change it. Both names are there: one stands in for a missing one. */
export const TopicView = z.strictObject({
  id: Id,
  slug: z.string(),
  names: z.strictObject({ en: z.string(), fr: z.string() }),
  /** Members who know it. */
  members: z.int(),
  version: z.int(),
});
export type TopicView = z.infer<typeof TopicView>;
