import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { WatchedTalk } from "@/components/training/watched-talk";
import { isAppError } from "@/lib/domain/error";
import { Id } from "@/lib/domain/schema";
import { now } from "@/lib/server/clock";
import { watchTalk } from "@/lib/server/training/coaching";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("training"))("coaching.title") };
}

/** A newcomer's talk, read along. */
export default async function Talk(props: PageProps<"/[brand]/training/coaching/[learnerId]/[talkId]">) {
  const { brand: brandSlug, learnerId, talkId } = await props.params;
  if (!Id.safeParse(learnerId).success || !Id.safeParse(talkId).success) notFound();
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/training/coaching/${learnerId}/${talkId}`}
      scope="answer"
      messages={["training", "desk"]}
    >
      {async ({ member }) => {
        const first = await watchTalk({ member, learnerId, chatId: talkId, now: now() }).catch(
          (error: unknown) => {
            if (isAppError(error) && error.code === "NOT_FOUND") notFound();
            throw error;
          },
        );
        return <WatchedTalk brandSlug={brandSlug} first={first} />;
      }}
    </BrandPage>
  );
}
