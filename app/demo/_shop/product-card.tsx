import Link from "next/link";
import type { Product } from "@/app/demo/_catalogue/product";
import { Drawing } from "@/app/demo/_drawing/drawing";
import type { Locale } from "@/lib/domain/locale";
import { at } from "./address";
import { formatPrice } from "./price";

type Props = { product: Product; language: Locale; level?: "h2" | "h3"; brief?: boolean };

/** A product on a shelf; the whole card leads to its page. `brief` leaves the summary out. */
export function ProductCard({ product, language, level: Heading = "h3", brief }: Props) {
  return (
    <article className="card">
      <Drawing name={product.drawing} tone={product.tone} />
      <div className="card-head">
        <Heading className="card-name">
          <Link href={at.product(product.slug)}>{product.name[language]}</Link>
        </Heading>
        <span className="price">{formatPrice(product.price, language)}</span>
      </div>
      {brief ? null : <p>{product.summary[language]}</p>}
    </article>
  );
}
