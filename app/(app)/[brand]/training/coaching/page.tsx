import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { CoachingList } from "@/components/training/coaching-list";
import { now } from "@/lib/server/clock";
import { getCoachings } from "@/lib/server/training/coaching";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("coaching.title") };
}

/** The newcomers whom a member coaches. */
export default async function Coaching(props: PageProps<"/[brand]/training/coaching">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/training/coaching" scope="answer" messages={["training"]}>
      {async ({ member }) => (
        <CoachingList brandSlug={brandSlug} coachings={await getCoachings({ member, now: now() })} />
      )}
    </BrandPage>
  );
}
