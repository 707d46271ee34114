import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ManageFrame } from "@/components/community/manage-frame";
import { ImportForm } from "@/components/recruiting/import-form";
import { ImportList } from "@/components/recruiting/import-list";
import { listImports } from "@/lib/server/recruiting/list-imports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("recruiting"))("import.title") };
}

/** Files of candidates: to send, to follow, to take back. */
export default async function ImportsPage(props: { params: Promise<{ brand: string }> }) {
  const { brand: brandSlug } = await props.params;
  const t = await translatorFor("recruiting");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/community/imports"
      scope="people"
      messages={["community", "recruiting"]}
    >
      {async ({ member, brand }) => (
        <ManageFrame
          brandSlug={brand.slug}
          current="imports"
          title={t("import.title")}
          lead={t("import.lead")}
        >
          <ImportForm brandSlug={brand.slug} />
          <section className="grid gap-3 border-t border-ink pt-6" aria-labelledby="imports">
            <h2 id="imports" className="t-title">
              {t("import.listTitle")}
            </h2>
            <ImportList brandSlug={brand.slug} imports={await listImports({ member })} />
          </section>
        </ManageFrame>
      )}
    </BrandPage>
  );
}
