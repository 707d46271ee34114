import type { Metadata } from "next";
import { Drawing } from "@/app/demo/_drawing/drawing";
import { at } from "@/app/demo/_shop/address";
import { openPage, type Query, readText } from "@/app/demo/_shop/open-page";
import { ProductCard } from "@/app/demo/_shop/product-card";
import type { Translate } from "@/app/demo/_shop/text";
import { WidgetContext } from "@/app/demo/_shop/widget-context";
import { findProduct } from "@/app/demo/catalogue";

const CHAPTERS = [
  { id: "battery", title: "care.batteryTitle", texts: ["care.battery1", "care.battery2"] },
  { id: "charge", title: "care.chargeTitle", texts: ["care.charge1", "care.charge2"] },
  { id: "tyres", title: "care.tyresTitle", texts: ["care.tyres1"] },
  { id: "brakes", title: "care.brakesTitle", texts: ["care.brakes1"] },
  { id: "salt", title: "care.saltTitle", texts: ["care.salt1", "care.salt2"] },
  { id: "light", title: "care.lightTitle", texts: ["care.light1"] },
] as const;

/** Kilometres by outside temperature in °C, in step with the losses the text names. */
const RANGES = [
  { celsius: "15", indoors: 95, outdoors: 95 },
  { celsius: "5", indoors: 88, outdoors: 82 },
  { celsius: "0", indoors: 83, outdoors: 76 },
  { celsius: "−10", indoors: 74, outdoors: 63 },
];

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t("care.title"), description: t("care.lead") };
}

/** The workshop's winter guide. */
export default async function CarePage({ searchParams }: { searchParams: Query }) {
  const { language, t } = await openPage(at.care, searchParams);
  const shelf = ["winter-battery-cover", "charger-4a"].flatMap((slug) => findProduct(slug) ?? []);
  return (
    <article className="wrap page">
      <WidgetContext topic="maintenance" />
      <div className="article-head">
        <h1>{t("care.title")}</h1>
        <p className="muted">{t("care.byline")}</p>
        <p className="lead">{t("care.lead")}</p>
      </div>
      <div className="drawing banner-drawing tone-sky">
        <Drawing name="city" tone="sky" view="-120 70 980 372" />
      </div>
      <div className="article">
        <div className="article-body">
          {CHAPTERS.map(({ id, title, texts }) => (
            <section key={id} id={id}>
              <h2>{t(title)}</h2>
              {texts.map((text) => (
                <p key={text}>{t(text)}</p>
              ))}
            </section>
          ))}
          <RangeTable t={t} />
        </div>
        <aside className="article-side">
          <nav aria-label={t("care.contents")}>
            <h2>{t("care.contents")}</h2>
            <ul>
              {CHAPTERS.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`}>{t(title)}</a>
                </li>
              ))}
              <li>
                <a href="#range">{t("care.tableTitle")}</a>
              </li>
            </ul>
          </nav>
          <div>
            <h2>{t("care.asideTitle")}</h2>
            {shelf.map((product) => (
              <ProductCard key={product.slug} product={product} language={language} brief />
            ))}
          </div>
        </aside>
      </div>
    </article>
  );
}

function RangeTable({ t }: { t: Translate }) {
  return (
    <section id="range">
      <h2>{t("care.tableTitle")}</h2>
      <table className="table">
        <caption>{t("care.tableCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("care.tableTemperature")}</th>
            <th scope="col">{t("care.tableInside")}</th>
            <th scope="col">{t("care.tableOutside")}</th>
          </tr>
        </thead>
        <tbody>
          {RANGES.map(({ celsius, indoors, outdoors }) => (
            <tr key={celsius}>
              <th scope="row">{`${celsius}\u00a0°C`}</th>
              <td>{`${indoors}\u00a0km`}</td>
              <td>{`${outdoors}\u00a0km`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
