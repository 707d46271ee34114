import { z } from "zod";
import { Locale, words } from "@/lib/domain/schema";

export const CreateVisitor = z.strictObject({ siteKey: words(64), language: Locale });

const Money = z.number().min(0).max(10_000_000);

/** What the host page says of the moment: the page, the product looked at, the cart. */
export const VisitorContext = z.strictObject({
  page: z.strictObject({ url: words(2_000), title: words(300) }).optional(),
  product: words(120).nullish(),
  topic: words(64).nullish(),
  cart: z
    .strictObject({
      currency: z.string().length(3),
      total: Money,
      items: z
        .array(
          z.strictObject({
            name: words(120),
            quantity: z.number().min(0).max(10_000),
            price: Money,
          }),
        )
        .max(50),
    })
    .nullish(),
});
export type VisitorContext = z.infer<typeof VisitorContext>;

/** What is kept of it: the last word on each, and the trail of pages, newest first. */
export const StoredContext = VisitorContext.extend({
  trail: z.array(z.object({ url: z.string(), title: z.string(), at: z.string() })).default([]),
});

/** The brand's word on who its visitor is: a JWT (HS256) signed with the site's secret. */
export const Identify = z.strictObject({ token: words(8_000) });

/** Claims of that token. `sub` is the brand's own id of the person. */
export const IdentityClaims = z.object({
  sub: words(200).min(1),
  email: z.email().max(254).optional(),
  name: words(120).optional(),
  facts: z.record(words(60), z.union([words(300), z.number(), z.boolean()])).optional(),
});
