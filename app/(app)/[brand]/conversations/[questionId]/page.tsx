import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ConversationView } from "@/components/conversation/conversation-view";
import { FollowConversation } from "@/components/conversation/follow-conversation";
import { Conversation } from "@/lib/domain/conversation/view";
import { isAppError } from "@/lib/domain/error";
import { Id } from "@/lib/domain/schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { getConversation } from "@/lib/server/conversation/get-conversation";
import { realtimeAddress } from "@/lib/server/event/realtime-address";
import { listReceipts } from "@/lib/server/receipt/list-receipts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("conversation"))("title") };
}

/** One conversation of a brand; there is none of another brand's. */
export default async function ConversationPage(props: PageProps<"/[brand]/conversations/[questionId]">) {
  const { brand: brandSlug, questionId } = await props.params;
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/conversations/${questionId}`}
      scope="conversations"
      messages={["conversation", "desk", "receipt"]}
    >
      {async ({ member, brand }) => {
        const conversation = await read(member, questionId);
        const receipts = await listReceipts({ member, questionId });
        const isOver = !["waiting", "running"].includes(conversation.state);
        return (
          <>
            {!isOver && (
              <FollowConversation
                brandSlug={brand.slug}
                brandId={member.brandId}
                chatId={conversation.chatId}
                realtime={realtimeAddress()}
              />
            )}
            <ConversationView brandSlug={brand.slug} conversation={conversation} receipts={receipts} />
          </>
        );
      }}
    </BrandPage>
  );
}

async function read(member: MemberActor, questionId: string): Promise<Conversation> {
  if (!Id.safeParse(questionId).success) notFound();
  try {
    return Conversation.parse(await getConversation({ member, questionId, now: now() }));
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
