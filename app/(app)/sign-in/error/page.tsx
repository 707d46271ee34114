import type { Metadata } from "next";
import Link from "next/link";
import { signInProblem } from "@/app/(app)/sign-in/problem";
import type { SearchParams } from "@/app/request";
import { translatorFor } from "@/app/translator";
import { NarrowPage } from "@/components/layout/narrow-page";
import { buttonClass } from "@/components/ui/button";

export async function generateMetadata(props: { searchParams: SearchParams }): Promise<Metadata> {
  const problem = signInProblem((await props.searchParams).error);
  return { title: (await translatorFor("account"))(`problem.${problem}Title`) };
}

export default async function SignInErrorPage(props: { searchParams: SearchParams }) {
  const problem = signInProblem((await props.searchParams).error);
  const t = await translatorFor("account");
  return (
    <NarrowPage title={t(`problem.${problem}Title`)} lead={t(`problem.${problem}Text`)}>
      <Link href="/sign-in" className={buttonClass("primary", "lg", "justify-self-start")}>
        {problem === "expired" ? t("problem.newLink") : t("problem.backToSignIn")}
      </Link>
    </NarrowPage>
  );
}
