import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { Quiz } from "@/components/training/quiz";
import { getTraining } from "@/lib/server/training/get-training";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("home.quizTitle") };
}

/** The quiz. */
export default async function QuizPage(props: PageProps<"/[brand]/training/quiz">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/training/quiz" scope="desk" messages={["training"]}>
      {async ({ member }) => <Quiz brandSlug={brandSlug} training={await getTraining({ member })} />}
    </BrandPage>
  );
}
