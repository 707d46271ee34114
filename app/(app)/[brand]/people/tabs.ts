import { translatorFor } from "@/app/translator";
import type { PeopleTab } from "@/components/people/people-frame";

/** The words of the way between the lists of people. */
export async function peopleTabs(): Promise<Record<PeopleTab | "label", string>> {
  const t = await translatorFor("people");
  return {
    label: t("tabs.label"),
    members: t("tabs.members"),
    invitations: t("tabs.invitations"),
    removed: t("tabs.removed"),
  };
}
