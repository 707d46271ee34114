import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { DefaultsForm } from "@/components/settings/defaults-form";
import { BrandView } from "@/lib/domain/brand/view";
import { getBrand } from "@/lib/server/brand/get-brand";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.defaults.title") };
}

export default async function DefaultsPage(props: PageProps<"/[brand]/settings/defaults">) {
  const { brand: brandSlug } = await props.params;
  return (
    <SettingsPage brandSlug={brandSlug} section="defaults" messages={["tryout"]}>
      {async ({ member }) => <DefaultsForm brand={BrandView.parse(await getBrand({ member }))} />}
    </SettingsPage>
  );
}
