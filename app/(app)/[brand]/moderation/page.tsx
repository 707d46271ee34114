import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { ModerationScreen } from "@/components/moderation/moderation-screen";
import { ModerationState } from "@/lib/domain/moderation/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { log } from "@/lib/server/log";
import { getModeration } from "@/lib/server/moderation/get-moderation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("moderation"))("title") };
}

/** What was reported in one brand, and what was done about it. */
export default async function ModerationPage(props: PageProps<"/[brand]/moderation">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/moderation" scope="moderate" messages={["moderation", "desk"]}>
      {async ({ member, brand }) => (
        <ModerationScreen brandSlug={brand.slug} initial={await readQueue(member)} />
      )}
    </BrandPage>
  );
}

/** The queue as it is; null where it cannot be read now: the screen then reads it, and can say so. */
async function readQueue(member: MemberActor): Promise<ModerationState | null> {
  try {
    return ModerationState.parse(await getModeration({ member, now: now() }));
  } catch (error) {
    log.error({ error: String(error) }, "the reports could not be read for their page");
    return null;
  }
}
