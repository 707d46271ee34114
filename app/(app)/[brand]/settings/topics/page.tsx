import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { translatorFor } from "@/app/translator";
import { TopicList } from "@/components/settings/topic-list";
import { getBrand } from "@/lib/server/brand/get-brand";
import { listTopics } from "@/lib/server/topic/list-topics";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("settings"))("sections.topics.title") };
}

export default async function TopicsPage(props: PageProps<"/[brand]/settings/topics">) {
  const { brand: brandSlug } = await props.params;
  return (
    <SettingsPage brandSlug={brandSlug} section="topics">
      {async ({ member, brand }) => {
        const [{ languages }, topics] = await Promise.all([getBrand({ member }), listTopics({ member })]);
        return <TopicList brandSlug={brand.slug} topics={topics} languages={languages} />;
      }}
    </SettingsPage>
  );
}
