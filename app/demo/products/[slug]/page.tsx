import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AddToBasket } from "@/app/demo/_cart/add-to-basket";
import { listViews } from "@/app/demo/_drawing/views";
import { at } from "@/app/demo/_shop/address";
import { Gallery } from "@/app/demo/_shop/gallery";
import { openPage, type Query, readLanguage } from "@/app/demo/_shop/open-page";
import { formatPrice } from "@/app/demo/_shop/price";
import { ProductCard } from "@/app/demo/_shop/product-card";
import { Assurance, SizeTable, Specs } from "@/app/demo/_shop/product-facts";
import { WidgetContext } from "@/app/demo/_shop/widget-context";
import { categoryOf, findProduct } from "@/app/demo/catalogue";

type Props = { params: Promise<{ slug: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = findProduct((await params).slug);
  if (!product) return {};
  const language = await readLanguage();
  return { title: product.name[language], description: product.summary[language] };
}

export default async function ProductPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { language, t } = await openPage(at.product(slug), searchParams);
  const product = findProduct(slug);
  if (!product) notFound();
  const name = product.name[language];
  const category = categoryOf(product.family);
  const isBike = product.family !== "accessory";
  const related = product.goesWith.flatMap((other) => findProduct(other) ?? []);
  const views = listViews(product.drawing).map(({ name: view, box }) => ({
    box,
    label: t(`product.view${VIEW_KEYS[view]}`),
  }));
  return (
    <div className="wrap page">
      <WidgetContext product={name} topic={product.topic} />
      <nav className="trail" aria-label={t("product.trail")}>
        <ol>
          <li>
            <Link href={at.category(category)}>{t(`category.${category}`)}</Link>
          </li>
          <li aria-current="page">{name}</li>
        </ol>
      </nav>
      <div className="product">
        <Gallery
          drawing={product.drawing}
          tone={product.tone}
          picture={product.picture[language]}
          views={views}
          label={t("product.views")}
        />
        <div className="buy">
          <h1>{name}</h1>
          <p className="lead">{product.summary[language]}</p>
          <p className="buy-price">
            <strong>{formatPrice(product.price, language)}</strong>
            {isBike ? (
              <span className="muted">
                {t("product.instalments", { amount: formatPrice(product.price / 10, language) })}
              </span>
            ) : null}
          </p>
          <AddToBasket
            slug={slug}
            isBike={isBike}
            sizes={(product.sizes ?? []).map((size) => ({ name: size.name, fits: size.fits[language] }))}
          />
          <Assurance isBike={isBike} t={t} />
        </div>
      </div>
      <div className="section details">
        <div>
          <section className="story">
            <h2>{t("product.about")}</h2>
            {product.story.map((paragraph) => (
              <p key={paragraph.en}>{paragraph[language]}</p>
            ))}
          </section>
          <SizeTable product={product} language={language} t={t} />
        </div>
        <Specs product={product} language={language} t={t} />
      </div>
      <section className="section">
        <h2>{t("product.with")}</h2>
        <div className="cards">
          {related.map((other) => (
            <ProductCard key={other.slug} product={other} language={language} />
          ))}
        </div>
      </section>
    </div>
  );
}

const VIEW_KEYS = { whole: "Whole", front: "Front", motor: "Motor", rear: "Rear" } as const;
