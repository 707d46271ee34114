import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { GuardList } from "@/components/guard/guard-list";
import { GuardView } from "@/lib/domain/guard/view";
import { now } from "@/lib/server/clock";
import { getGuard } from "@/lib/server/guard/get-guard";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.volunteers.title") };
}

export default async function VolunteersPage(props: PageProps<"/[brand]/settings/volunteers">) {
  const { brand: brandSlug } = await props.params;
  return (
    <SettingsPage brandSlug={brandSlug} section="volunteers" messages={["guard"]}>
      {async ({ member, brand }) => (
        <GuardList brandSlug={brand.slug} initial={GuardView.parse(await getGuard({ member, now: now() }))} />
      )}
    </SettingsPage>
  );
}
