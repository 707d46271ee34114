import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ConversationList } from "@/components/conversation/conversation-list";
import { readFilter } from "@/lib/domain/conversation/schema";
import { ConversationList as List } from "@/lib/domain/conversation/view";
import { listConversations } from "@/lib/server/conversation/list-conversations";
import { listFilterChoices } from "@/lib/server/conversation/list-filter-choices";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("conversation"))("title") };
}

/** What was asked in one brand, and how it went. */
export default async function ConversationsPage(props: PageProps<"/[brand]/conversations">) {
  const { brand: brandSlug } = await props.params;
  const filter = readFilter(await props.searchParams);
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/conversations"
      scope="conversations"
      messages={["conversation", "desk"]}
    >
      {async ({ member, brand }) => {
        const [list, choices] = await Promise.all([
          listConversations({ member, filter }),
          listFilterChoices({ member }),
        ]);
        return (
          <ConversationList
            brandSlug={brand.slug}
            filter={filter}
            choices={choices}
            list={List.parse(list)}
          />
        );
      }}
    </BrandPage>
  );
}
