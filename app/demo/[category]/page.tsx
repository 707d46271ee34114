import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { at } from "@/app/demo/_shop/address";
import { openPage, type Query, readText } from "@/app/demo/_shop/open-page";
import { ProductCard } from "@/app/demo/_shop/product-card";
import { WidgetContext } from "@/app/demo/_shop/widget-context";
import { type Category, isCategory, listCategory } from "@/app/demo/catalogue";

type Props = { params: Promise<{ category: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category } = await params;
  if (!isCategory(category)) return {};
  const t = await readText();
  return { title: t(`category.${category}`), description: t(`category.${category}Lead`) };
}

/** A shelf: bikes, one family of them, or accessories. */
export default async function CategoryPage({ params, searchParams }: Props) {
  const { category } = await params;
  const { language, t } = await openPage(at.category(category), searchParams);
  if (!isCategory(category)) notFound();
  const products = listCategory(category);
  return (
    <div className="wrap page">
      <WidgetContext topic={TOPICS[category]} />
      <div className="shelf-head">
        <h1>{t(`category.${category}`)}</h1>
        <p className="lead">{t(`category.${category}Lead`)}</p>
        <p className="muted">{t("category.count", { count: products.length })}</p>
      </div>
      <div className="cards">
        {products.map((product) => (
          <ProductCard key={product.slug} product={product} language={language} level="h2" />
        ))}
      </div>
    </div>
  );
}

const TOPICS: Partial<Record<Category, "cargo" | "range">> = {
  "cargo-bikes": "cargo",
  "touring-bikes": "range",
};
