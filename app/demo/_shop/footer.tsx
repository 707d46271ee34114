import Link from "next/link";
import { at } from "./address";
import type { Translate } from "./text";

/** What the shop is (invented), and its quieter links. */
export function Footer({ t }: { t: Translate }) {
  return (
    <footer className="footer">
      <div className="wrap">
        <div className="about">
          <h2>{t("site.footerAbout")}</h2>
          <p>{t("site.footerFiction")}</p>
        </div>
        <div>
          <h2>{t("site.footerShop")}</h2>
          <ul>
            <li>
              <Link href={at.category("bikes")}>{t("site.allBikes")}</Link>
            </li>
            <li>
              <Link href={at.category("accessories")}>{t("site.accessories")}</Link>
            </li>
          </ul>
        </div>
        <div>
          <h2>{t("site.footerHelp")}</h2>
          <ul>
            <li>
              <Link href={at.care}>{t("site.care")}</Link>
            </li>
            <li>
              <Link href={at.contact}>{t("site.contact")}</Link>
            </li>
          </ul>
        </div>
      </div>
    </footer>
  );
}
