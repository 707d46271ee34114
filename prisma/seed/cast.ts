import type { DemoPersona } from "@/lib/domain/demo/demo";
import type { Brand, Member, Site, Topic } from "@/prisma/generated/client";

/** The demo brand as the seed goes on writing it, with those of its people whom a part is about. */
export type Cast<Helper extends string = DemoPersona> = {
  brand: Brand;
  site: Site;
  topics: Topic[];
  members: Record<Helper, Member>;
  now: Date;
};

/** A time at a desk. */
export type AtDesk<Helper extends string = DemoPersona> = { persona: Helper; from: Date; to: Date };

/** The ids of topics by their slugs. */
export function topicIdsOf({ topics }: Pick<Cast, "topics">, slugs: readonly string[]): string[] {
  return slugs.map((slug) => {
    const topic = topics.find((each) => each.slug === slug);
    if (!topic) throw new Error(`the demo has no topic ${slug}`);
    return topic.id;
  });
}
