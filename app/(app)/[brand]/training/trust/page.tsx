import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { TrustPage } from "@/components/training/trust-page";
import { now } from "@/lib/server/clock";
import { getTrust } from "@/lib/server/trust/get-trust";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("trust.title") };
}

/** A member's level of trust, with what it rests on. */
export default async function Trust(props: PageProps<"/[brand]/training/trust">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/training/trust" scope="desk" messages={["training"]}>
      {async ({ member }) => {
        const { id: memberId, brandId } = member;
        return <TrustPage brandSlug={brandSlug} trust={await getTrust({ brandId, memberId, now: now() })} />;
      }}
    </BrandPage>
  );
}
