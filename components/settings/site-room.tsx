"use client";

import { useState } from "react";
import type { Locale } from "@/lib/domain/locale";
import type { SiteSettings } from "@/lib/domain/site/settings-schema";
import { Install } from "./install";
import { SiteForm } from "./site-form";

/** Installation and form of one site: an address that the first adds is in the second at once. */
export function SiteRoom(props: {
  brandSlug: string;
  site: SiteSettings;
  snippet: string;
  languages: readonly Locale[];
  ask: Record<Locale, { own: string; as: string }>;
  isAdmin: boolean;
}) {
  const { brandSlug, snippet, isAdmin } = props;
  const [site, setSite] = useState(props.site);
  return (
    <>
      <Install brandSlug={brandSlug} site={site} snippet={snippet} isAdmin={isAdmin} onChanged={setSite} />
      <fieldset disabled={!isAdmin} className="m-0 min-w-0 border-0 p-0">
        <SiteForm brandSlug={brandSlug} site={site} languages={props.languages} ask={props.ask} />
      </fieldset>
    </>
  );
}
