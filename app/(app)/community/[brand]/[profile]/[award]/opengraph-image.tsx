import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { requestLocale } from "@/app/request";
import { sharedPicture } from "@/app/shared-picture";
import { translatorFor } from "@/app/translator";
import { metals } from "@/components/community/badge-props";
import { shareSize } from "@/components/community/share-picture";
import { readAward } from "./read-award";

export const size = shareSize;
export const contentType = "image/png";
export const alt = "";

type Props = { params: Promise<{ brand: string; profile: string; award: string }> };

/** The picture that a link to a badge shows elsewhere. */
export default async function AwardPicture(props: Props) {
  const { brand, profile, award } = await props.params;
  const found = await readAward(brand, profile, award);
  if (!found) notFound();
  const { badge, owner } = found.award;
  const t = await translatorFor("recognition");
  const level = t("badgeLevel", { family: badge.family, metal: metals[badge.level] });
  return sharedPicture(
    {
      brandName: found.brand.name,
      title: badge.names[await requestLocale()],
      line: [owner, level],
      badges: [badge],
    },
    await headers(),
  );
}
