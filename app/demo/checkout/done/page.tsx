import type { Metadata } from "next";
import Link from "next/link";
import { Drawing } from "@/app/demo/_drawing/drawing";
import { at } from "@/app/demo/_shop/address";
import { openPage, type Query, readText } from "@/app/demo/_shop/open-page";
import { WidgetContext } from "@/app/demo/_shop/widget-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readText())("done.title") };
}

export default async function DonePage({ searchParams }: { searchParams: Query }) {
  const { t } = await openPage(at.done, searchParams);
  return (
    <div className="wrap page">
      <WidgetContext topic="delivery" />
      <div className="nothing">
        <Drawing name="helmet" tone="mint" />
        <h1>{t("done.title")}</h1>
        <p className="lead">{t("done.text")}</p>
        <div className="actions">
          <Link className="button" href={at.home}>
            {t("done.home")}
          </Link>
          <Link className="button button-plain" href={at.care}>
            {t("done.care")}
          </Link>
        </div>
      </div>
    </div>
  );
}
