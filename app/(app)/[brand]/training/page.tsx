import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { TrainingScreen } from "@/components/training/training-screen";
import { now } from "@/lib/server/clock";
import { getCoachings } from "@/lib/server/training/coaching";
import { getTraining } from "@/lib/server/training/get-training";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("title") };
}

/** A member's own training. */
export default async function TrainingPage(props: PageProps<"/[brand]/training">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/training" scope="desk" messages={["training"]}>
      {async ({ member }) => {
        const [training, coachings] = await Promise.all([
          getTraining({ member }),
          getCoachings({ member, now: now() }),
        ]);
        const isCoach = coachings.learners.length > 0;
        return <TrainingScreen brandSlug={brandSlug} training={training} isCoach={isCoach} />;
      }}
    </BrandPage>
  );
}
