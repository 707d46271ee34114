import type { VisitorContext } from "@/lib/domain/visitor/schema";
import type { PageContext } from "@/lib/widget/protocol";

/**
 * What the host's page said, cut down to what the API takes: a page may call `entraide("context", …)` with anything, and
 * one odd field must not cost the others.
 */
export function cleanContext(given: PageContext): VisitorContext {
  const { page, product, topic, cart } = given as Record<keyof PageContext, unknown>;
  const clean: VisitorContext = {
    product: text(product, 120),
    topic: text(topic, 64),
    cart: cleanCart(cart),
  };
  const at = page as { url?: unknown; title?: unknown } | null | undefined;
  const url = text(at?.url, 2_000);
  if (url) clean.page = { url, title: text(at?.title, 300) ?? "" };
  return clean;
}

function cleanCart(given: unknown): VisitorContext["cart"] {
  const cart = given as { currency?: unknown; total?: unknown; items?: unknown } | null | undefined;
  const currency = text(cart?.currency, 3);
  const total = amount(cart?.total, 10_000_000);
  if (currency?.length !== 3 || total === null || !Array.isArray(cart?.items)) return null;
  const items = (cart.items as unknown[]).slice(0, 50).flatMap((each) => {
    const item = each as { name?: unknown; quantity?: unknown; price?: unknown } | null;
    const name = text(item?.name, 120);
    const quantity = amount(item?.quantity, 10_000);
    const price = amount(item?.price, 10_000_000);
    return name === null || quantity === null || price === null ? [] : [{ name, quantity, price }];
  });
  return { currency, total, items };
}

function text(value: unknown, most: number): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, most) : null;
}

function amount(value: unknown, most: number): number | null {
  return typeof value === "number" && value >= 0 && value <= most ? value : null;
}
