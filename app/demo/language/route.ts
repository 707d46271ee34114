import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { NextRequest } from "next/server";
import { at, isLanguage, LANGUAGE_COOKIE, safeBack } from "@/app/demo/_shop/address";
import { findDemoSite } from "@/lib/server/site/find-demo-site";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language `to` and returns to `back`, an address of the shop. */
export async function GET(request: NextRequest) {
  if (!(await findDemoSite())) notFound();
  const { searchParams } = request.nextUrl;
  const language = searchParams.get("to");
  if (isLanguage(language)) {
    const jar = await cookies();
    jar.set(LANGUAGE_COOKIE, language, { path: at.home, maxAge: ONE_YEAR_SECONDS, sameSite: "lax" });
  }
  redirect(safeBack(searchParams.get("back")));
}
