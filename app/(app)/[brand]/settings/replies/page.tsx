import type { Metadata } from "next";
import { SettingsPage } from "@/app/(app)/[brand]/settings/settings-page";
import { BrandPage } from "@/app/brand-page";
import { getSessionMember } from "@/app/session-member";
import { translatorFor } from "@/app/translator";
import { ReplyList } from "@/components/canned-reply/reply-list";
import { can } from "@/lib/domain/permission/permission";
import type { MemberActor } from "@/lib/server/account/actor";
import { listReplies } from "@/lib/server/canned-reply/list-replies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("reply"))("name") };
}

const content = async (member: MemberActor) => (
  <ReplyList brandSlug={member.brandSlug} replies={await listReplies({ member })} />
);

/** The brand's canned replies: a page of settings for managers, and of its own for other staff. */
export default async function RepliesPage(props: PageProps<"/[brand]/settings/replies">) {
  const { brand: brandSlug } = await props.params;
  const session = await getSessionMember({ brandSlug });
  if (session && can(session.member.role, "settings"))
    return (
      <SettingsPage
        brandSlug={brandSlug}
        section="replies"
        scope="conversations"
        messages={["reply", "guard"]}
      >
        {({ member }) => content(member)}
      </SettingsPage>
    );
  const t = await translatorFor("reply");
  return (
    <BrandPage
      brandSlug={brandSlug}
      path="/settings/replies"
      scope="conversations"
      messages={["reply", "guard"]}
    >
      {async ({ member }) => (
        <main id="main" className="mx-auto grid w-full max-w-[880px] content-start gap-6 px-4 py-10 bar:px-8">
          <div className="grid gap-2">
            <h1 className="t-head">{t("name")}</h1>
            <p className="muted max-w-[60ch]">{t("lead")}</p>
          </div>
          {await content(member)}
        </main>
      )}
    </BrandPage>
  );
}
