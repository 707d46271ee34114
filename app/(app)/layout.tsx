import "@fontsource-variable/figtree/index.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { requestLocale, requestTheme, requestTimeZone } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { Awake } from "@/components/layout/awake";
import { IntlProvider } from "@/components/layout/intl-provider";
import { AWAKE, keepEarlyInput } from "@/components/layout/keep-early-input";
import { SkipLink } from "@/components/layout/skip-link";
import { ToastRegion } from "@/components/ui/toast";
import { messagesFor } from "@/lib/messages/load";
import { env } from "@/lib/server/env";

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export async function generateMetadata(): Promise<Metadata> {
  const t = await translatorFor("ui");
  return {
    // Pictures of links are fetched by others, who need whole addresses.
    metadataBase: new URL(env().NEXTAUTH_URL),
    title: { default: t("productName"), template: `%s · ${t("productName")}` },
    robots: "noindex",
    manifest: "/app.webmanifest",
    appleWebApp: { title: t("productName") },
  };
}

/** Every app page: language, theme, words, notices. Each page draws its own bar and `<main id="main">`. */
export default async function AppLayout(props: { children: ReactNode }) {
  const [locale, theme, timeZone, t] = await Promise.all([
    requestLocale(),
    requestTheme(),
    requestTimeZone(),
    translatorFor("ui"),
  ]);
  const messages = await messagesFor(locale, ["ui"]);
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own function, before any bundle is there. */}
        <script dangerouslySetInnerHTML={{ __html: `(${keepEarlyInput})("${AWAKE}")` }} />
      </head>
      <body>
        <IntlProvider locale={locale} timeZone={timeZone} messages={messages}>
          <SkipLink label={t("skipToContent")} />
          {props.children}
          <ToastRegion label={t("toast.region")} closeLabel={t("close")} />
          <Awake />
        </IntlProvider>
      </body>
    </html>
  );
}
