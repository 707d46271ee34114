import Link from "next/link";
import { findDemoSite } from "@/lib/server/site/find-demo-site";
import { at } from "./_shop/address";
import { readText } from "./_shop/open-page";
import { WidgetContext } from "./_shop/widget-context";

/** A wrong address inside the shop; without a demonstration, only the bare fact. */
export default async function ShopNotFound() {
  const [site, t] = await Promise.all([findDemoSite(), readText()]);
  if (!site) return <h1>{t("missing.plain")}</h1>;
  return (
    <div className="wrap page shelf-head">
      <WidgetContext />
      <h1>{t("missing.title")}</h1>
      <p className="lead">{t("missing.text")}</p>
      <p>
        <Link className="button" href={at.home}>
          {t("missing.home")}
        </Link>
      </p>
    </div>
  );
}
