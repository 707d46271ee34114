import { type ChangeBrand, spoken } from "@/lib/domain/brand/schema";
import type { Saved } from "@/lib/domain/brand/view";
import type { MemberActor } from "@/lib/server/account/actor";
import { hoursFields, settingFields } from "./brand-fields";
import { saveBrand } from "./save-brand";

/** Changes what a form of the brand's settings says. Errors as in `saveBrand`. */
export async function changeBrand({
  member,
  input: { version, settings = {}, privacyLine, hours, ...fields },
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
    ...(hours && hoursFields(hours)),
  };
  return saveBrand({ member, expected: { version }, change, now });
}
