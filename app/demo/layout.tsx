import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { readCustomer, readIdentity } from "@/app/demo/_account/read-customer";
import { WidgetIdentity } from "@/app/demo/_account/widget-identity";
import { findDemoSite } from "@/lib/server/site/find-demo-site";
import { Footer } from "./_shop/footer";
import { Header } from "./_shop/header";
import { readLanguage, readText } from "./_shop/open-page";
import { ShopProvider } from "./_shop/shop-context";
import { pickClientMessages, translate } from "./_shop/text";
import { WidgetScript } from "./_shop/widget-script";
import { buildShelf } from "./catalogue";
import "./_style/palette.css";
import "./_style/shop.css";
import "./_style/frame.css";
import "./_style/shelf.css";
import "./_style/product.css";
import "./_style/order.css";
import "./_style/form.css";
import "./_style/article.css";
import "./_style/account.css";

// The key and the origin belong to the running installation, never to the build.
export const dynamic = "force-dynamic";

export const viewport: Viewport = { colorScheme: "light", width: "device-width", initialScale: 1 };

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return {
    title: { default: t("site.title"), template: "%s · Volt & Vélo" },
    description: t("site.description"),
    robots: { index: false },
  };
}

/** The shop's own document: nothing of the product is in it but the documented script tag. */
export default async function ShopLayout({ children }: { children: ReactNode }) {
  const [site, language] = await Promise.all([findDemoSite(), readLanguage()]);
  const t = translate(language);
  const [customer, identity] = await Promise.all([readCustomer(), readIdentity(language, t)]);
  return (
    <html lang={language}>
      <body>
        {site ? (
          <ShopProvider
            language={language}
            messages={pickClientMessages(language)}
            shelf={buildShelf(language)}
          >
            <a className="skip" href="#content">
              {t("site.skip")}
            </a>
            <Header language={language} t={t} customer={customer} />
            <main id="content" tabIndex={-1}>
              {children}
            </main>
            <Footer t={t} />
            <WidgetIdentity identity={identity} />
            <WidgetScript origin={site.origin} publicKey={site.publicKey} />
          </ShopProvider>
        ) : (
          <main>{children}</main>
        )}
      </body>
    </html>
  );
}
