import type { Metadata } from "next";
import { BrandPage } from "@/app/brand-page";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { PromiseRoom } from "@/components/promise/promise-room";
import { now } from "@/lib/server/clock";
import { getPromises } from "@/lib/server/promise/get-promises";

const periods = [30, 90] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translatorFor("promise"))("title") };
}

/** How the brand's promises are kept, for its managers. */
export default async function PromisesPage(
  props: PageProps<"/[brand]/live/promises"> & { searchParams: SearchParams },
) {
  const { brand: brandSlug } = await props.params;
  const { days } = await props.searchParams;
  const period = periods.find((each) => String(each) === days) ?? periods[0];
  return (
    <BrandPage brandSlug={brandSlug} path="/live/promises" scope="board" messages={["promise"]}>
      {async ({ member, brand }) => (
        <PromiseRoom
          brandSlug={brand.slug}
          periods={periods}
          page={await getPromises({ member, days: period, now: now() })}
        />
      )}
    </BrandPage>
  );
}
