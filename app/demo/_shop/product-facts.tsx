import type { Product } from "@/app/demo/_catalogue/product";
import type { Locale } from "@/lib/domain/locale";
import type { Translate } from "./text";

type Props = { product: Product; language: Locale; t: Translate };

/** When it comes, and what if it does not suit. */
export function Assurance({ isBike, t }: { isBike: boolean; t: Translate }) {
  return (
    <ul className="assurance">
      <li>
        <Icon d="M2 6h11v10H2zM13 9h4l4 4v3h-8M6 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" />
        {t(isBike ? "product.deliveryBike" : "product.deliveryAccessory")}
      </li>
      <li>
        <Icon d="M4 9h11a5 5 0 0 1 0 10H8M8 5L4 9l4 4" />
        {t("product.returns")}
      </li>
    </ul>
  );
}

function Icon({ d }: { d: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="var(--ink)" strokeWidth="1.8">
      <path d={d} />
    </svg>
  );
}

/** The figures of a product. */
export function Specs({ product, language, t }: Props) {
  return (
    <section>
      <h2>{t("product.specs")}</h2>
      <dl className="specs">
        {product.specs.map(({ label, value }) => (
          <div key={label}>
            <dt>{t(`spec.${label}`)}</dt>
            <dd>{value[language]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Which size for whom; nothing for products of one size. */
export function SizeTable({ product, language, t }: Props) {
  if (!product.sizes) return null;
  const isBike = product.family !== "accessory";
  return (
    <section>
      <h2>{t("product.sizes")}</h2>
      <table className="table">
        <caption>{t(isBike ? "product.sizesText" : "product.sizesHelmetText")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("product.sizeColumn")}</th>
            <th scope="col">{t(isBike ? "product.fitsColumnBike" : "product.fitsColumnHelmet")}</th>
          </tr>
        </thead>
        <tbody>
          {product.sizes.map(({ name, fits }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{fits[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
