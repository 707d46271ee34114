import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { VisitorRecord } from "@/components/visitor/visitor-record";
import { isAppError } from "@/lib/domain/error";
import { can } from "@/lib/domain/permission/permission";
import { Id } from "@/lib/domain/schema";
import { VisitorRecord as Record } from "@/lib/domain/visitor/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { now } from "@/lib/server/clock";
import { getVisitorRecord } from "@/lib/server/visitor/get-visitor-record";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("visitor"))("title") };
}

/** What a brand knows of one visitor; there is none of another brand's. */
export default async function VisitorPage(props: PageProps<"/[brand]/visitors/[visitorId]">) {
  const { brand: brandSlug, visitorId } = await props.params;
  return (
    <BrandPage
      brandSlug={brandSlug}
      path={`/visitors/${visitorId}`}
      scope="see-visitor"
      messages={["visitor", "conversation"]}
    >
      {async ({ member, brand }) => (
        <VisitorRecord
          brandSlug={brand.slug}
          record={await read(member, visitorId)}
          canErase={can(member.role, "erase")}
        />
      )}
    </BrandPage>
  );
}

async function read(member: MemberActor, visitorId: string): Promise<Record> {
  if (!Id.safeParse(visitorId).success) notFound();
  try {
    return Record.parse(await getVisitorRecord({ member, visitorId, now: now() }));
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
