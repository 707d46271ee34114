import type { Metadata } from "next";
import Link from "next/link";
import { BrandPage } from "@/app/brand-page";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { ManageFrame } from "@/components/community/manage-frame";
import { CourseEditor } from "@/components/training/course-editor";
import { courseParts } from "@/components/training/course-parts";
import { db } from "@/lib/server/database";
import { getCourse } from "@/lib/server/training/read-course";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("course.title") };
}

/** The editor of the brand's course. */
export default async function CoursePage(
  props: PageProps<"/[brand]/community/training/course"> & { searchParams: SearchParams },
) {
  const [{ brand: brandSlug }, query, t] = await Promise.all([
    props.params,
    props.searchParams,
    translatorFor("training"),
  ]);
  const part = courseParts.find((each) => each === query.part) ?? courseParts[0];
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/community/training/course?part=${part}`}
      scope="people"
      messages={["community", "training", "settings", "guard"]}
    >
      {async ({ member: { brandId } }) => (
        <ManageFrame
          brandSlug={brandSlug}
          current="training"
          title={t("course.title")}
          lead={t("course.lead")}
          action={
            <Link className="muted underline" href={`/${brandSlug}/community/training`}>
              {t("course.back")}
            </Link>
          }
        >
          <CourseEditor brandSlug={brandSlug} course={await getCourse({ tx: db(), brandId })} part={part} />
        </ManageFrame>
      )}
    </BrandPage>
  );
}
