import { type ChangeBrand, spoken } from "@/lib/domain/brand/schema";
import type { Saved } from "@/lib/domain/brand/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { settingFields } from "./brand-fields";
import { saveBrand } from "./save-brand";

/** Changes what a form of the brand's settings says. Errors as in `saveBrand`. */
export async function changeBrand({
  member,
  input: { version, settings = {}, privacyLine, ...fields },
  now,
}: {
  member: MemberActor;
  input: ChangeBrand;
  now: Date;
}): Promise<Saved> {
  const change = {
    ...fields,
    privacyLine: privacyLine && spoken(privacyLine),
    ...settingFields(settings),
  };
  return saveBrand({ member, expected: { version }, change, now });
}
