import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { BrandForm } from "@/components/settings/brand-form";
import { BrandView } from "@/lib/domain/brand/view";
import { getBrand } from "@/lib/server/brand/get-brand";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.brand.title") };
}

export default async function BrandSettingsPage(props: PageProps<"/[brand]/settings/brand">) {
  const { brand: brandSlug } = await props.params;
  return (
    <SettingsPage brandSlug={brandSlug} section="brand">
      {async ({ member }) => <BrandForm brand={BrandView.parse(await getBrand({ member }))} />}
    </SettingsPage>
  );
}
