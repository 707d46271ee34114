import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { PracticeChat } from "@/components/training/practice-chat";
import { ScriptId } from "@/lib/domain/training/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("home.practiceTitle") };
}

/** A talk with a scripted visitor. */
export default async function Practice(props: PageProps<"/[brand]/training/practice/[script]">) {
  const { brand: brandSlug, script } = await props.params;
  const known = ScriptId.safeParse(script);
  if (!known.success) notFound();
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/training/practice/${known.data}`}
      scope="desk"
      messages={["training", "practice"]}
    >
      {() => <PracticeChat key={known.data} brandSlug={brandSlug} script={known.data} />}
    </BrandPage>
  );
}
