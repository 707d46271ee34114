import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { requestLocale, requestPerson } from "@/app/request";
import { PublicFrame, type PublicTab } from "@/components/community/public-frame";
import { IntlMessages } from "@/components/layout/intl-provider";
import { messagesFor } from "@/lib/messages/load";
import type { Feature } from "@/lib/messages/messages";
import { findPublicBrand, type PublicBrand } from "@/lib/server/recruiting/find-public-brand";

/** The brand of a public page, asked once a request; null where there is none to show. */
export const requestPublicBrand = cache((brandSlug: string) => findPublicBrand({ brandSlug }));

/** The frame of a public page of a brand's community. There is nothing for a brand that is not, or closed. */
export async function CommunityPage(props: {
  brandSlug: string;
  current: PublicTab;
  messages: readonly Feature[];
  /** Somebody's own mail leads here: it works also where the public pages are closed meanwhile. */
  byMail?: boolean;
  children: (brand: PublicBrand) => ReactNode | Promise<ReactNode>;
}) {
  const [brand, person, locale] = await Promise.all([
    props.byMail
      ? findPublicBrand({ brandSlug: props.brandSlug, byMail: true })
      : requestPublicBrand(props.brandSlug),
    requestPerson(),
    requestLocale(),
  ]);
  if (!brand) notFound();
  const messages = await messagesFor(locale, ["community", "error", ...props.messages]);
  return (
    <IntlMessages messages={messages}>
      <PublicFrame
        brand={{ slug: brand.slug, name: brand.name, isPublic: brand.isPublic }}
        current={props.current}
        person={person}
      >
        {await props.children(brand)}
      </PublicFrame>
    </IntlMessages>
  );
}
