import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import { translatorFor } from "@/app/translator";
import { RoomScreen } from "@/components/room/room-screen";
import { RoomState } from "@/lib/domain/room/view";
import { now } from "@/lib/server/clock";
import { getRoom } from "@/lib/server/room/get-room";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("room"))("title") };
}

/** Where a brand's experts and staff talk among themselves. */
export default async function RoomPage(props: PageProps<"/[brand]/room">) {
  const { brand: brandSlug } = await props.params;
  return (
    <div className="roompage">
      <BrandPage brandSlug={brandSlug} path="/room" scope="desk" messages={["room", "desk", "guard"]}>
        {async ({ member, brand }) => (
          <RoomScreen brand={brand} initial={RoomState.parse(await getRoom({ member, now: now() }))} />
        )}
      </BrandPage>
    </div>
  );
}
