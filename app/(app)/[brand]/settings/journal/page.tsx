import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { Journal } from "@/components/settings/journal";
import { AuditPage } from "@/lib/domain/audit/view";
import { listAudits } from "@/lib/server/audit/list-audits";
import { now } from "@/lib/server/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.journal.title") };
}

export default async function JournalPage(props: PageProps<"/[brand]/settings/journal">) {
  const { brand: brandSlug } = await props.params;
  return (
    <SettingsPage brandSlug={brandSlug} section="journal">
      {async ({ member, brand }) => (
        <Journal brandSlug={brand.slug} initial={AuditPage.parse(await listAudits({ member, now: now() }))} />
      )}
    </SettingsPage>
  );
}
