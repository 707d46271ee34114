import Link from "next/link";
import type { Tone } from "./_catalogue/product";
import { Drawing } from "./_drawing/drawing";
import type { DrawingName } from "./_drawing/names";
import { at } from "./_shop/address";
import { openPage, type Query } from "./_shop/open-page";
import { ProductCard } from "./_shop/product-card";
import { WidgetContext } from "./_shop/widget-context";
import { type Category, PRODUCTS } from "./catalogue";

const FAVOURITES = ["volt-5-long", "volt-2-fold", "volt-7-trail"];

const TILES: { category: Category; drawing: DrawingName; tone: Tone; text: TileText }[] = [
  { category: "city-bikes", drawing: "metro", tone: "rose", text: "home.shelfCity" },
  { category: "cargo-bikes", drawing: "box", tone: "sky", text: "home.shelfCargo" },
  { category: "touring-bikes", drawing: "trek", tone: "lilac", text: "home.shelfTouring" },
  { category: "accessories", drawing: "panniers", tone: "mint", text: "home.shelfAccessories" },
];
type TileText = "home.shelfCity" | "home.shelfCargo" | "home.shelfTouring" | "home.shelfAccessories";

export default async function HomePage({ searchParams }: { searchParams: Query }) {
  const { language, t } = await openPage(at.home, searchParams);
  return (
    <div className="home">
      <WidgetContext />
      <div className="hero">
        <div className="wrap">
          <div className="hero-text">
            <h1>{t("home.title")}</h1>
            <p className="lead">{t("home.lead")}</p>
            <div className="actions">
              <Link className="button" href={at.product("volt-3-city")}>
                {t("home.heroAction")}
              </Link>
              <Link className="button button-plain" href={at.category("bikes")}>
                {t("home.heroOther")}
              </Link>
            </div>
          </div>
          <Drawing name="city" tone="sand" view="40 50 680 400" />
        </div>
      </div>
      <div className="wrap page">
        <section className="section">
          <h2>{t("home.shelves")}</h2>
          <ul className="tiles">
            {TILES.map(({ category, drawing, tone, text }) => (
              <li key={category} className="card tile">
                <Drawing name={drawing} tone={tone} />
                <div className="card-head">
                  <h3>
                    <Link href={at.category(category)}>{t(`category.${category}`)}</Link>
                  </h3>
                </div>
                <p>{t(text)}</p>
              </li>
            ))}
          </ul>
        </section>
        <section className="section">
          <h2>{t("home.favourites")}</h2>
          <div className="cards">
            {PRODUCTS.filter(({ slug }) => FAVOURITES.includes(slug)).map((product) => (
              <ProductCard key={product.slug} product={product} language={language} />
            ))}
          </div>
        </section>
        <section className="section">
          <h2>{t("home.promise")}</h2>
          <ul className="reasons">
            {(["promiseTrial", "promiseBuild", "promiseRepair"] as const).map((reason) => (
              <li key={reason}>
                <h3>{t(`home.${reason}`)}</h3>
                <p>{t(`home.${reason}Text`)}</p>
              </li>
            ))}
          </ul>
        </section>
        <section className="section">
          <div className="teaser">
            <Drawing name="cover" tone="sky" />
            <div>
              <h2>{t("home.careTitle")}</h2>
              <p>{t("home.careText")}</p>
              <Link className="button" href={at.care}>
                {t("home.careAction")}
              </Link>
            </div>
          </div>
        </section>
      </div>
    </div>
  );
}
