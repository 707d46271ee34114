import { spoken } from "@/lib/domain/brand/schema";
import type { Saved } from "@/lib/domain/brand/view";
import type { ChangeSite } from "@/lib/domain/site/settings-schema";
import type { MemberActor } from "@/lib/server/account/actor";
import { saveSite } from "./save-site";

/** Changes what a site's form says. Errors as in `saveSite`. */
export async function changeSite({
  member,
  siteId,
  input: { version, ownerWord, ...fields },
  now,
}: {
  member: MemberActor;
  siteId: string;
  input: ChangeSite;
  now: Date;
}): Promise<Saved> {
  const change = { ...fields, ownerWord: ownerWord && spoken(ownerWord) };
  return saveSite({ member, siteId, expected: { version }, change, now });
}
