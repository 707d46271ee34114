import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { HoursForm } from "@/components/settings/hours-form";
import { BrandView } from "@/lib/domain/brand/view";
import { getBrand } from "@/lib/server/brand/get-brand";
import { now } from "@/lib/server/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.hours.title") };
}

export default async function HoursPage(props: PageProps<"/[brand]/settings/hours">) {
  const { brand: brandSlug } = await props.params;
  return (
    <SettingsPage brandSlug={brandSlug} section="hours">
      {async ({ member }) => (
        <HoursForm brand={BrandView.parse(await getBrand({ member }))} now={now().toISOString()} />
      )}
    </SettingsPage>
  );
}
