"use client";

import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { HabitsView } from "@/lib/domain/habit/view";
import type { ProfileView } from "@/lib/domain/member/profile-view";
import { HabitsForm } from "./habits-form";
import { PushDevice } from "./push-device";
import { PushKinds } from "./push-kinds";
import { Vacation } from "./vacation";

/** A member's own time, on a page for himself. */
export function AvailabilityScreen(props: {
  brandSlug: string;
  userId: string;
  profile: ProfileView;
  initial: HabitsView;
}) {
  const { brandSlug, profile } = props;
  const t = useTranslations("availability");
  const [habits, setHabits] = useState(props.initial);
  return (
    <main
      id="main"
      className="mx-auto grid w-full max-w-[720px] content-start gap-10 px-4 py-8 bar:px-8 bar:py-12"
    >
      <div className="grid justify-items-start gap-2">
        <Link href={`/${brandSlug}/profile`} className="muted underline">
          {t("back")}
        </Link>
        <h1 className="t-page">{t("title")}</h1>
        <p className="t-lead muted">{t("lead")}</p>
      </div>
      <HabitsForm brandSlug={brandSlug} kind={profile.kind} initial={habits} onSaved={setHabits} />
      <Vacation brandSlug={brandSlug} habits={habits} onChanged={setHabits} />
      <div className="grid gap-6">
        <PushDevice brandSlug={brandSlug} userId={props.userId} />
        <PushKinds brandSlug={brandSlug} initial={profile} />
      </div>
    </main>
  );
}
