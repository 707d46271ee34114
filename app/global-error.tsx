"use client";

import "@fontsource-variable/figtree/index.css";
import "./(app)/globals.css";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";
import { localeOf } from "@/lib/domain/locale";
import en from "@/lib/messages/en/ui.json";
import fr from "@/lib/messages/fr/ui.json";

/** When even the layout fails: nothing here may depend on it, so both languages travel along. */
export default function GlobalErrorPage(props: { error: unknown; retry: () => void }) {
  const [locale, setLocale] = useState<"en" | "fr">("en");
  useEffect(() => setLocale(localeOf(navigator.language)), []);
  const texts = locale === "fr" ? fr : en;
  return (
    <html lang={locale}>
      <body>
        <title>{texts.failed.title}</title>
        <main id="main" className="narrow">
          <Logo />
          <h1 className="t-page">{texts.failed.title}</h1>
          <p className="t-lead muted">{texts.failed.text}</p>
          <Button look="primary" size="lg" className="justify-self-start" onClick={props.retry}>
            {texts.tryAgain}
          </Button>
        </main>
      </body>
    </html>
  );
}
