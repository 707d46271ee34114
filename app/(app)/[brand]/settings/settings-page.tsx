import type { ReactNode } from "react";
import { BrandPage } from "@/app/brand-page";
import type { SessionMember } from "@/app/session-member";
import { translatorFor } from "@/app/translator";
import type { Section } from "@/components/settings/sections";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { can, type Scope } from "@/lib/domain/permission/permission";
import type { Feature } from "@/lib/messages/messages";

/**
 * The frame of a page of settings: a brand's page with the list of sections beside it. `title` and `lead` are the page's
 * own; without them the section's are taken.
 */
export function SettingsPage(props: {
  brandSlug: string;
  section: Section;
  /** What comes after the section in the address, with its slash. */
  path?: string;
  scope?: Scope;
  messages?: readonly Feature[];
  title?: ReactNode | ((session: SessionMember) => Promise<ReactNode>);
  lead?: ReactNode;
  children: (session: SessionMember) => ReactNode | Promise<ReactNode>;
}) {
  const { brandSlug, section, path = "", scope = "settings" } = props;
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/settings${section === "start" ? "" : `/${section}`}${path}`}
      scope={scope}
      messages={["settings", ...(props.messages ?? [])]}
    >
      {async (session) => {
        const t = await translatorFor("settings");
        return (
          <SettingsFrame
            brandSlug={session.brand.slug}
            isAdmin={can(session.member.role, "administer")}
            section={section}
            title={
              typeof props.title === "function"
                ? await props.title(session)
                : (props.title ?? t(`sections.${section}.title`))
            }
            lead={props.lead ?? t(`sections.${section}.lead`)}
          >
            {await props.children(session)}
          </SettingsFrame>
        );
      }}
    </BrandPage>
  );
}
