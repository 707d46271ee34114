import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ChapterPage } from "@/components/training/chapter-page";
import { ChapterId } from "@/lib/domain/training/course-schema";
import { getTraining } from "@/lib/server/training/get-training";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("home.courseTitle") };
}

/** One chapter of the course. */
export default async function ChapterOfCourse(props: PageProps<"/[brand]/training/course/[chapter]">) {
  const { brand: brandSlug, chapter } = await props.params;
  const known = ChapterId.safeParse(chapter);
  if (!known.success) notFound();
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/training/course/${known.data}`}
      scope="desk"
      messages={["training"]}
    >
      {async ({ member }) => (
        <ChapterPage
          key={known.data}
          brandSlug={brandSlug}
          training={await getTraining({ member })}
          chapter={known.data}
        />
      )}
    </BrandPage>
  );
}
