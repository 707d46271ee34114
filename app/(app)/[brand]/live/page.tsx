import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { Board } from "@/components/board/board";
import { GuideBanner } from "@/components/settings/guide-banner";
import { stepKey } from "@/components/settings/sections";
import { BoardState } from "@/lib/domain/board/view";
import { can } from "@/lib/domain/permission/permission";
import type { MemberActor } from "@/lib/server/account/actor";
import { getBoardState } from "@/lib/server/board/get-board-state";
import { getGuide } from "@/lib/server/brand/get-guide";
import { now } from "@/lib/server/clock";
import { log } from "@/lib/server/log";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("board"))("title") };
}

/** The manager's board of one brand. */
export default async function LivePage(props: PageProps<"/[brand]/live">) {
  const { brand: brandSlug } = await props.params;
  return (
    <BrandPage brandSlug={brandSlug} path="/live" scope="board" messages={["board", "desk"]}>
      {async ({ member, brand }) => (
        <>
          <FirstDays member={member} />
          <Board brandSlug={brand.slug} selfId={member.id} initial={await readBoard(member)} />
        </>
      )}
    </BrandPage>
  );
}

/** What comes next in the brand's first days, for its admins; nothing once that is done or put away. */
async function FirstDays(props: { member: MemberActor }) {
  const { member } = props;
  if (!can(member.role, "administer")) return null;
  const [guide, t] = await Promise.all([getGuide({ member }), translatorFor("settings")]);
  const next = guide.steps.find(({ isDone }) => !isDone);
  if (!guide.isShown || !next) return null;
  const step = t(`guide.${stepKey(next.step)}`);
  return (
    <GuideBanner
      href={`/${member.brandSlug}/settings`}
      text={t("guide.next", { step })}
      open={t("guide.open")}
    />
  );
}

/** What the board shows first; null where it cannot be read now: the screen then reads it, and can say so. */
async function readBoard(member: MemberActor): Promise<BoardState | null> {
  try {
    return BoardState.parse(await getBoardState({ member, now: now() }));
  } catch (error) {
    log.error({ error }, "the board could not be read for its page");
    return null;
  }
}
